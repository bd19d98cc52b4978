import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { describe, expect, it } from '@jest/globals';
import type { EvidenceOverview, VerificationView } from '@office/contracts';
import { aMe, idOf } from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { VerifyPage } from './verify-page';

const api = `/api/projects/${idOf('project', 1)}/evidence`;
const HEAD = { seq: 412, hash: 'ab'.repeat(32) };

const overview: EvidenceOverview = {
  head: HEAD,
  records: [
    { table: 'audit_entry', count: 400 },
    { table: 'some_new_table', count: 12 },
  ],
  files: { count: 3, sizeBytes: 4_000_000 },
  seals: [
    { day: '2024-09-13', seq: 410, headHash: 'cd'.repeat(32), keyId: '00112233', signature: '', sealedAt: '2024-09-13T00:10:00.000Z' },
  ],
  sealCount: 31,
  keys: [{ keyId: '00112233', algorithm: 'Ed25519', publicKey: '', current: true }],
  retention: {
    state: 'counting',
    finalPaymentOn: '2027-03-15',
    keepUntil: '2032-03-15',
    holds: [],
  },
};

async function open() {
  const http = surroundings([provideRouter([{ path: 'evidence', component: VerifyPage }])]);
  await signIn(aMe());
  const harness = await RouterTestingHarness.create('/evidence');
  TestBed.tick();
  http.expectOne(api).flush(overview);
  await harness.fixture.whenStable();
  const page = harness.routeNativeElement!;
  const text = (): string => page.textContent.replace(/\s+/g, ' ');
  const verify = async (files: boolean, answer: Partial<VerificationView>): Promise<void> => {
    if (!files) page.querySelector<HTMLInputElement>('input[type=checkbox]')!.click();
    [...page.querySelectorAll('button')].find((button) => button.textContent.includes('Verify now'))!.click();
    TestBed.tick();
    const asked = http.expectOne({ method: 'POST', url: `${api}/verification` });
    expect(asked.request.body).toEqual({ files });
    asked.flush({
      at: '2024-09-14T03:00:00.000Z',
      head: HEAD,
      seals: 31,
      sealedTo: 410,
      files: files ? 3 : null,
      findings: [],
      more: 0,
      ...answer,
    });
    await new Promise((resolve) => setTimeout(resolve));
    await harness.fixture.whenStable();
  };
  return { page, text, verify };
}

describe('page Verify', () => {
  it('tells what there is, how far it is sealed, and how long it has to be kept', async () => {
    const { text, page } = await open();
    expect(text()).toContain('Everything is kept until 15 Mar 2032.');
    expect(text()).toMatch(/Activity log.*400.*some new table.*12/);
    expect(text()).toContain('Export all 31');
    expect(page.querySelector('a[download]')?.getAttribute('href')).toBe(`${api}/seals.json`);
  });

  it('says in one sentence that everything holds', async () => {
    const { text, verify } = await open();
    await verify(true, {});
    expect(text()).toContain('Nothing was altered, removed or reordered.');
    expect(text()).toContain('412 entries compared with their rows · a seal vouches for the first 410 · 3 files read');
  });

  it('names each finding: what, where, and what differs', async () => {
    const { text, verify } = await open();
    const none = { table: null, id: null, seq: null, day: null, label: null, fields: [] };
    await verify(false, {
      more: 7,
      findings: [
        {
          ...none,
          fault: 'row-altered',
          table: 'review',
          id: 'r1',
          seq: 40,
          fields: [{ name: 'verdict', recorded: '"accept"', now: '"reject"' }],
        },
        { ...none, fault: 'chain-rewritten', day: '2024-09-13', seq: 410 },
      ],
    });
    expect(text()).toContain('9 things are not as they were recorded.');
    expect(text()).toMatch(/Altered since it was recorded ?Reviews · entry 40 ?r1 ?verdict: recorded "accept", now "reject"/);
    expect(text()).toContain('Seal of 13 Sep 2024 · entry 410');
    expect(text()).toContain('and 7 more');
    expect(text()).toContain('files were not read');
  });
});
