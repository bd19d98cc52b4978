import { describe, expect, it } from '@jest/globals';
import { DELIVERABLE_STATES } from '@office/domain';
import { aDeliverableRow, aMe, aMembership, CONSORTIUM } from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { deliverableStep } from './deliverable-step';

const NONE: ReadonlySet<string> = new Set();

const signedIn = () => {
  surroundings();
  return signIn(aMe({ projects: [aMembership({ roles: ['partner-coordinator', 'quality-board-member'] })] }));
};

describe('next step with a deliverable', () => {
  it('offers the next version to its leader exactly in the states that take one', async () => {
    const session = await signedIn();
    const uploads = DELIVERABLE_STATES.filter((state) => deliverableStep(aDeliverableRow({ state }), session, NONE).opens === 'upload');
    expect(uploads).toEqual(['planned', 'drafting', 'changes-requested', 'revision-requested']);
  });

  it.each([
    [null, 'Upload v0.1'],
    ['0.9', 'Upload v0.10'],
  ])('counts on from version %s', async (latestVersion, label) => {
    expect(deliverableStep(aDeliverableRow({ latestVersion }), await signedIn(), NONE).label).toBe(label);
  });

  it('offers the review of what awaits the own verdict, and never an upload of what another institution leads', async () => {
    const session = await signedIn();
    const lead = { ...CONSORTIUM.AL };
    const row = aDeliverableRow({ lead, part: 'reviewer', state: 'in-review' });
    expect(deliverableStep(row, session, new Set([row.id])).opens).toBe('review');
    expect(deliverableStep(row, session, NONE).opens).toBeNull();
    expect(deliverableStep(aDeliverableRow({ lead, part: 'contributor', state: 'drafting' }), session, NONE).opens).toBeNull();
  });
});
