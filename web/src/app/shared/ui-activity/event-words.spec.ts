import type { EventCode } from '@office/contracts';
import { describe, expect, it } from '@jest/globals';
import { deliverableMachine } from '@office/domain';
import { EVENT_CODES, eventWords } from './event-words';

const words = (event: string, detail: Record<string, string | number> = {}): string =>
  eventWords({ event: event as EventCode, detail }).words;

describe('words of an event', () => {
  it.each([
    ['project.imported', {}, 'Project loaded from its grant agreement'],
    [
      'member.enrolled',
      { role: 'contributor quality-board-member', beneficiary: 'QUI' },
      'New member of QUI: Contributor, Quality board member',
    ],
    ['member.enrolled', { role: 'observer' }, 'New member: Observer'],
    ['work-package.status-updated', { state: 'blocked', progress: 25 }, 'Status: Blocked, 25%'],
    ['task.status-updated', { state: 'in-progress', progress: 60 }, 'Status: In progress, 60%'],
    ['deliverable.version-uploaded', { version: '0.3' }, 'Version 0.3 uploaded'],
    ['deliverable.review-opened', { round: 2 }, 'Review round 2 opened'],
    ['review.sent', { verdict: 'minor-changes' }, 'Review sent: Minor changes'],
    ['deliverable.changes-requested', { inFavour: 2, cast: 5 }, 'The quality board asked for changes: 2 of 5 votes in favour'],
    ['deliverable.signed-off', { version: '0.4' }, 'Version 0.4 signed off by the quality board'],
    ['deliverable.approved', {}, 'Approved for submission'],
    ['deliverable.submitted', {}, 'Submitted to EACEA'],
    ['deliverable.revision-requested', {}, 'EACEA asked for a revision'],
    ['deliverable.accepted', {}, 'Accepted by EACEA'],
    ['amendment.accepted', { number: 1 }, 'Accepted by EACEA as amendment 1'],
    ['amendment.lapsed', {}, 'Amendment lapsed: no answer within 45 days'],
    ['plan.changed', {}, 'Plan changed without an amendment'],
    ['amendment.changed', { changes: 2, put: 'D3.3 project.duration' }, 'Draft changed: D3.3, duration'],
    ['amendment.changed', { changes: 2, put: 'T2.9', out: 'D3.3' }, 'Draft changed: T2.9; taken out: D3.3'],
    ['amendment.changed', { changes: 0, out: 'D3.3' }, 'Taken out of the draft: D3.3'],
    ['amendment.changed', { changes: 1 }, 'Draft saved, its changes as they were'],
  ])('%s', (event, detail, expected) => {
    expect(words(event, detail)).toBe(expected);
  });

  it.each([
    ['member.enrolled', 'New member'],
    ['task.status-updated', 'Status updated'],
    ['deliverable.version-uploaded', 'New version uploaded'],
    ['deliverable.review-opened', 'Review opened'],
    ['review.sent', 'Review sent'],
    ['deliverable.changes-requested', 'The quality board asked for changes'],
    ['deliverable.signed-off', 'Signed off by the quality board'],
  ])('%s needs no detail', (event, expected) => {
    expect(words(event)).toBe(expected);
  });

  it('knows every event of the machine of deliverables', () => {
    expect(EVENT_CODES).toEqual(expect.arrayContaining(deliverableMachine.transitions.map((transition) => transition.event)));
  });

  it('names an event that it does not know', () => {
    expect(words('risk.raised')).toBe('Other event (risk.raised)');
  });
});
