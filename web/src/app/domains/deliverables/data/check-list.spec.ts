import { describe, expect, it } from '@jest/globals';
import { aCheckList, aDeliverable, aReviewRound } from '@office/testing';
import { TEXT_REFUSALS } from '@office/domain';
import { checkList, majorComments } from './check-list';

describe('what stands before a sign-off', () => {
  it('is what was found, seen and counted', () => {
    const view = aDeliverable({ state: 'in-review', rounds: [aReviewRound()] });
    expect(checkList(view).map(({ id, met, words }) => [id, met, words])).toEqual([
      ['emblem-and-statement', true, 'EU emblem and funding statement'],
      ['disclaimer', true, 'Disclaimer text present'],
      ['allowed-kind', true, 'One file, in a format that the EU portal takes (pdf)'],
      ['majors-agreed', true, 'No major comment without an agreed answer'],
      ['quorum', false, 'Quorum of 4: 1 of 6 verdicts in'],
      ['majority', true, 'Majority: 1 in favour, 0 against'],
    ]);
    expect(checkList(view)[0]).toMatchObject({ confirm: null, seen: { by: { name: expect.any(String) as unknown } } });
  });

  it('asks for a person where the text says nothing', () => {
    const checks = aCheckList({ 'emblem-and-statement': 'open', disclaimer: 'missing' });
    const [emblem, disclaimer] = checkList(aDeliverable({ state: 'drafting', checks }));
    expect(emblem).toMatchObject({ met: false, confirm: 'emblem-and-statement', seen: null });
    expect(emblem?.words).toContain('whether the emblem is, somebody has to see');
    expect(disclaimer).toMatchObject({ met: false, confirm: 'disclaimer', words: 'Disclaimer: the text has none, or in other words' });
  });

  it.each(TEXT_REFUSALS)('says why there is no text to look through: %s', (reading) => {
    const checks = aCheckList({ 'emblem-and-statement': 'open', disclaimer: 'open' });
    for (const item of checkList(aDeliverable({ state: 'drafting', checks, reading })).slice(0, 2))
      expect(item.words).toContain('look at the file itself');
  });

  it('says that the file is being read', () => {
    const checks = aCheckList({ 'emblem-and-statement': 'open', disclaimer: 'open' });
    expect(checkList(aDeliverable({ state: 'drafting', checks, reading: 'waiting' }))[1]?.words).toBe(
      'Disclaimer text: The file is being read.',
    );
  });

  it('names every major comment that is not agreed, and its institution', () => {
    const round = aReviewRound();
    Object.assign(round.reviews[0]!.comments[0]!, { kind: 'major', state: 'answered' });
    const view = aDeliverable({ state: 'in-review', rounds: [round], openMajorComments: 1 });
    expect(checkList(view).find(({ id }) => id === 'majors-agreed')).toMatchObject({
      met: false,
      words: '1 major comment without an agreed answer',
    });
    expect(majorComments([round])).toMatchObject([{ from: 'PXU', anchor: 'Section 3' }]);
    round.reviews[0]!.comments[0]!.state = 'agreed';
    expect(majorComments([round])).toEqual([]);
  });

  it('is over once it is signed off', () => {
    expect(checkList(aDeliverable({ state: 'signed-off' }))).toEqual([]);
  });
});
