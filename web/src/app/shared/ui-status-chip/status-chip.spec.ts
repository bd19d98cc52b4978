import { describe, expect, it } from '@jest/globals';
import { DELIVERABLE_STATES, PORTAL_STATES, TIMELINESSES, VERDICTS, WORK_STATES } from '@office/domain';
import { render, textOf } from '../../../../test/render';
import { StatusChip } from './status-chip';
import { deliverableChip, portalChip, timelinessChip, verdictChip, workChip } from './status-words';

const lookOf = (fixture: Awaited<ReturnType<typeof render>>): string | undefined =>
  (fixture.nativeElement as HTMLElement).querySelector<HTMLElement>('[data-look]')?.dataset['look'];

describe('status chip', () => {
  it.each([
    ['deliverable', DELIVERABLE_STATES.map(deliverableChip)],
    ['work', WORK_STATES.map(workChip)],
    ['timeliness', TIMELINESSES.map(timelinessChip)],
    ['verdict', VERDICTS.map(verdictChip)],
    ['portal', PORTAL_STATES.map(portalChip)],
  ])('tells every state of %s apart by its word', (_kind, chips) => {
    expect(new Set(chips.map((chip) => chip.word)).size).toBe(chips.length);
  });

  it('says in which round a review is', async () => {
    const fixture = await render(StatusChip, { deliverable: 'in-review', round: 2 });
    expect(textOf(fixture)).toBe('In review · round 2');
    expect(lookOf(fixture)).toBe('review');
  });

  it('leaves the round out of every other state', async () => {
    expect(textOf(await render(StatusChip, { deliverable: 'changes-requested', round: 2 }))).toBe('Changes requested');
  });

  it('is "Late" when it is given no state', async () => {
    const fixture = await render(StatusChip);
    expect([textOf(fixture), lookOf(fixture)]).toEqual(['Late', 'late']);
  });
});
