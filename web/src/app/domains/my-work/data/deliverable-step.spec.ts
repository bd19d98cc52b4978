import { describe, expect, it } from '@jest/globals';
import { DELIVERABLE_STATES } from '@office/domain';
import { aDeliverableRow, aMe, aMembership, CONSORTIUM } from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { deliverableStep } from './deliverable-step';

const signedIn = () => {
  surroundings();
  return signIn(aMe({ projects: [aMembership({ roles: ['partner-coordinator', 'quality-board-member'] })] }));
};

describe('next step with a deliverable', () => {
  it('offers the next version to its leader exactly in the states that take one', async () => {
    const session = await signedIn();
    const uploads = DELIVERABLE_STATES.filter((state) => deliverableStep(aDeliverableRow({ state }), session).opens === 'upload');
    expect(uploads).toEqual(['planned', 'drafting', 'changes-requested', 'revision-requested']);
  });

  it.each([
    [null, 'Upload v0.1'],
    ['0.9', 'Upload v0.10'],
  ])('counts on from version %s', async (latestVersion, label) => {
    expect(deliverableStep(aDeliverableRow({ latestVersion }), await signedIn()).label).toBe(label);
  });

  it('offers the review of what another institution leads, and never an upload', async () => {
    const session = await signedIn();
    const lead = { ...CONSORTIUM.AL };
    expect(deliverableStep(aDeliverableRow({ lead, part: 'reviewer', state: 'in-review' }), session).opens).toBe('review');
    expect(deliverableStep(aDeliverableRow({ lead, part: 'contributor', state: 'drafting' }), session).opens).toBeNull();
  });
});
