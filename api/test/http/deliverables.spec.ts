import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeliverableView, Problem } from '@office/contracts';
import { aReviewRequest } from '@office/testing';
import { v7 as uuid } from 'uuid';
import { openBoardRoom, pdf, type BoardRoom } from '../support/board.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { PASSWORD } from '../support/people.js';
import { staged } from '../support/upload.js';

let office: TestOffice;
let room: BoardRoom;
let id: string;

beforeAll(async () => {
  office = await openOffice();
  room = await openBoardRoom(office);
  id = room.strive.idOf('D2.2');
  await room.upload(id, 'one', { fileName: 'Báo cáo.pdf' });
  await room.openRound(id, 'for review');
});
afterAll(() => office.close());

const ifMatch = (version: number): { 'if-match': string } => ({ 'if-match': `"${version}"` });
const view = (): Promise<DeliverableView> => room.deliverables.view(room.lead, id);

describe('a download', () => {
  const download = async (headers: Record<string, string> = {}, member = room.observer.member) => {
    const version = (await view()).versions.find(({ fileName }) => fileName === 'Báo cáo.pdf')!;
    return { version, answer: await member.request(`deliverables/${id}/versions/${version.id}/file`, { headers }) };
  };

  it('is the file as it was stored, to be saved and not to be shown', async () => {
    const { version, answer } = await download({ 'accept-encoding': 'br, gzip' });
    expect(answer.statusCode).toBe(200);
    expect(answer.rawPayload).toEqual(pdf('one'));
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf('one').length),
      'content-disposition': `attachment; filename="Bao cao.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
      'cache-control': 'private, no-cache',
      etag: `"${version.sha256}"`,
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('is not packed on the way, even where it could be', async () => {
    const text = 'university;participants\n'.repeat(500);
    const other = room.strive.idOf('D1.1');
    const { version } = await room.deliverables.view(room.coordinator, other);
    const uploads = await staged(room.coordinator.member, other, [{ fileName: 'figures.csv', content: text }]);
    const path = `deliverables/${other}/versions`;
    const page = await room.coordinator.member.request(path, { method: 'POST', payload: { uploads, note: '' }, headers: ifMatch(version) });
    const { id: versionId } = page.json<DeliverableView>().versions[0]!;
    const answer = await room.lead.member.request(`${path}/${versionId}/file`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.headers).toMatchObject({ 'content-type': 'text/csv', 'content-length': String(text.length) });
    expect(answer.payload).toBe(text);
  });

  it('is not sent again to who has it', async () => {
    const { version } = await download();
    const { answer } = await download({ 'if-none-match': `"${version.sha256}"` });
    expect([answer.statusCode, answer.payload]).toEqual([304, '']);
  });

  it('of a version of another deliverable is not found', async () => {
    const { version } = await download();
    const { statusCode } = await room.lead.member.request(`deliverables/${room.strive.idOf('D4.4')}/versions/${version.id}/file`);
    expect(statusCode).toBe(404);
    expect((await room.lead.member.request(`deliverables/${id}/versions/${uuid()}/file`)).statusCode).toBe(404);
  });
});

describe('steps over HTTP', () => {
  const post = (by: BoardRoom['lead'], path: string, version: number | null, payload?: object) =>
    by.member.request(path, { method: 'POST', ...(payload && { payload }), headers: version === null ? {} : ifMatch(version) });

  it.each(['review-rounds', 'approval', 'submission', 'acceptance', 'revision-request'])('need If-Match: %s', async (step) => {
    const answer = await post(
      room.coordinator,
      `deliverables/${id}/${step}`,
      null,
      step === 'revision-request' ? { reason: 'x' } : undefined,
    );
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([428, 'precondition-required']);
  });

  it('lead from the review to EACEA and back', async () => {
    const round = (await view()).rounds[0]!.id;
    for (const partner of ['AL', 'HANU', 'PXU', 'APAG'] as const) {
      const answer = await post(room.member(partner), `review-rounds/${round}/reviews`, null, aReviewRequest());
      expect(answer.statusCode).toBe(201);
    }
    const tooEarly = await post(room.member('PXU'), `review-rounds/${round}/change-request`, null);
    expect([tooEarly.statusCode, tooEarly.json<Problem>().params]).toEqual([
      409,
      { from: 'open', action: 'request-changes', fact: 'outcome-is-changes' },
    ]);
    const withoutPassword = await post(room.member('PXU'), `review-rounds/${round}/sign-off`, null, { password: 'not this one' });
    expect([withoutPassword.statusCode, withoutPassword.json<Problem>().code]).toEqual([403, 'password-wrong']);
    const signed = await post(room.member('PXU'), `review-rounds/${round}/sign-off`, null, { password: PASSWORD });
    expect([signed.statusCode, signed.json<DeliverableView>().state]).toEqual([201, 'signed-off']);
    const again = await post(room.member('AL'), `review-rounds/${round}/sign-off`, null, { password: PASSWORD });
    expect([again.statusCode, again.json<Problem>().code]).toEqual([409, 'already-signed-off']);
    for (const [step, state] of [
      ['approval', 'approved'],
      ['submission', 'submitted'],
    ] as const) {
      const answer = await post(room.coordinator, `deliverables/${id}/${step}`, (await view()).version);
      expect([answer.statusCode, answer.json<DeliverableView>().state]).toEqual([200, state]);
    }
    const wordless = await post(room.coordinator, `deliverables/${id}/revision-request`, (await view()).version, { reason: '  ' });
    expect([wordless.statusCode, wordless.json<Problem>().errors]).toEqual([422, [{ path: 'reason', code: 'is-not-empty' }]]);
    const asked = await post(room.coordinator, `deliverables/${id}/revision-request`, (await view()).version, { reason: 'Annex missing' });
    expect([asked.statusCode, asked.json<DeliverableView>().answerReason]).toEqual([200, 'Annex missing']);
  });

  it('name each field of a review that is wrong', async () => {
    const path = `review-rounds/${uuid()}/reviews`;
    const answer = await post(room.member('PXU'), path, null, {
      scores: { relevance: '5' },
      verdict: 'fine',
      comments: [{ kind: 'praise', text: '' }],
      extra: 1,
    });
    expect(answer.statusCode).toBe(422);
    expect(answer.json<Problem>().errors?.map(({ path: field, code }) => `${field} ${code}`)).toEqual(
      expect.arrayContaining([
        'extra whitelist-validation',
        'scores.relevance is-number',
        'scores.clarity is-number',
        'verdict is-in',
        'comments.0.kind is-in',
        'comments.0.text is-not-empty',
      ]),
    );
    expect((await post(room.member('PXU'), path, null, {})).statusCode).toBe(422);
    expect((await post(room.member('PXU'), path, null, aReviewRequest())).statusCode).toBe(404);
  });
});

describe('the list over HTTP', () => {
  it.each([
    ['late=yes', 'late'],
    ['state=done', 'state'],
    ['part=boss', 'part'],
    [`text=${'x'.repeat(101)}`, 'text'],
  ])('refuses ?%s', async (query, field) => {
    const answer = await room.lead.member.request(`deliverables?${query}`);
    expect([answer.statusCode, answer.json<Problem>().errors?.[0]?.path]).toEqual([422, field]);
  });

  it('takes all filters together', async () => {
    const answer = await room.lead.member.request(
      'deliverables?workPackage=WP2&lead=QUI&state=revision-requested&part=lead&late=false&text=%20quang%20&limit=5',
    );
    expect(answer.json<{ items: { number: string }[] }>().items.map(({ number }) => number)).toEqual(['D2.2']);
  });
});
