import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem, SearchHit } from '@office/contracts';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

let office: TestOffice;
let strive: TestProject;
let qui: Member;

beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office);
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
});
afterAll(() => office.close());

const namesFor = async (text: string): Promise<string[]> =>
  (await qui.request(`search?q=${encodeURIComponent(text)}`)).json<SearchHit[]>().map(({ title }) => title);

describe('the search for people', () => {
  it('finds those whom the list of people shows', async () => {
    const joining = await strive.addMember('seeker-joining@university.example', ['contributor'], 'PXU');
    const former = await strive.addMember('seeker-former@university.example', ['contributor'], 'PXU');
    const disabled = await strive.addMember('seeker-disabled@university.example', ['contributor'], 'PXU');
    await strive.addMember('seeker-present@university.example', ['contributor'], 'PXU');
    await office.sql(`UPDATE membership SET active_from = '2024-09-17' WHERE id = $1`, [joining.membershipId]);
    await office.sql(`UPDATE membership SET active_to = '2024-09-16' WHERE id = $1`, [former.membershipId]);
    await office.sql(`UPDATE person SET disabled_at = '2024-09-16' WHERE id = $1`, [disabled.personId]);
    expect(await namesFor(' seeker ')).toEqual(['seeker-present']);
  });
});

describe('a search for nothing', () => {
  it.each(['', 'q=', 'q=%20%20'])('is refused: ?%s', async (query) => {
    const answer = await qui.request(`search?${query}`);
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors).toContainEqual(expect.objectContaining({ path: 'q', code: 'min-length' }));
  });
});
