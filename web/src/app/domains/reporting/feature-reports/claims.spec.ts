import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ClaimView, ReportView } from '@office/contracts';
import { aClaim, aMe, aMembership, aProblem, aReport, idOf } from '@office/testing';
import { click, control, signIn, surroundings, textOf } from '../../../../../test/render';
import { DialogHistory } from '../../../shared/util-dialog/dialog-history';
import { ReportsPage } from './reports-page';

const address = `/api/projects/${idOf('project', 1)}/reports`;
const asCoordinator = aMe({ projects: [aMembership({ roles: ['project-coordinator'] })] });
const claimAddress = `${address}/${aReport().id}/work-packages/${aClaim().workPackage.id}`;

/** Dialogs hang at the end of the document, and are loaded when they are opened. */
const inDialog = (selector: string): HTMLElement | null => document.querySelector<HTMLElement>(`mat-dialog-container ${selector}`);

async function until<T>(look: () => T | null | undefined): Promise<T> {
  for (let turn = 0; turn < 500; turn += 1) {
    const found = look();
    if (found !== null && found !== undefined) return found;
    TestBed.tick();
    await new Promise((resolve) => setTimeout(resolve));
  }
  throw new Error('it never came');
}

async function fill(selector: string, text: string): Promise<void> {
  const field = await until(() => inDialog(selector) as HTMLTextAreaElement | null);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

const submit = async (): Promise<void> => (await until(() => inDialog('button[type=submit]'))).click();

describe('the status of work packages', () => {
  let api: HttpTestingController;
  beforeEach(() => {
    api = surroundings();
    TestBed.inject(DialogHistory).start();
  });

  async function open(claim: ClaimView, report: Partial<ReportView> = {}, me = asCoordinator): Promise<ComponentFixture<ReportsPage>> {
    await signIn(me);
    const fixture = TestBed.createComponent(ReportsPage);
    TestBed.tick();
    const reports = [aReport({ claims: [claim], ...report })];
    api.expectOne(address).flush({ startDate: '2024-01-01', durationMonths: 48, currency: 'EUR', reports });
    await fixture.whenStable();
    return fixture;
  }

  it('tells what is missing, by partner', async () => {
    const fixture = await open(aClaim());
    expect(textOf(fixture)).toContain('1 missing');
    expect(textOf(fixture)).toContain('T2.2 not done by QUI');
  });

  it('keeps declared, accepted and paid apart', async () => {
    const by = { id: idOf('person', 1), name: 'AL coordinator', beneficiary: 'AL' };
    const declaration = {
      kind: 'completed' as const,
      completionBasisPoints: null,
      justification: 'Done.',
      gapsReason: '',
      at: '2025-08-01T08:00:00Z',
      by,
    };
    const claim = aClaim({
      state: 'paid',
      version: 4,
      declaration,
      claimedCents: 100_000,
      acceptedCents: 100_000,
      paidOn: '2026-01-05',
      gaps: [],
    });
    const fixture = await open(claim, { state: 'accepted' });
    for (const words of ['Completed', 'Accepted', '5 Jan 2026']) expect(textOf(fixture)).toContain(words);
  });

  it('offers nothing to who does not manage the budget', async () => {
    const fixture = await open(aClaim(), {}, aMe({ projects: [aMembership({ roles: ['partner-coordinator'] })] }));
    expect(textOf(fixture)).not.toContain('Declare WP2');
  });

  it('declares with the version that was seen, only once it says why, and keeps the words when somebody was faster', async () => {
    const fixture = await open(aClaim());
    await click(fixture, 'Declare');
    await submit();
    await until(() => (inDialog('#declare-why-error')?.textContent.includes('EACEA reads it in the technical report') ? true : null));
    await fill('#declare-why', 'All done.');
    await fill('#declare-gaps', 'It follows.');
    await submit();
    const put = { method: 'PUT', url: `${claimAddress}/declaration` };
    const request = await until(() => api.match(put)[0]);
    expect(request.request.headers.get('If-Match')).toBe('"0"');
    expect(request.request.body).toMatchObject({ kind: 'completed', justification: 'All done.', gapsReason: 'It follows.' });
    const current = aReport({ claims: [aClaim({ version: 1 })] });
    request.flush(aProblem({ status: 412, code: 'precondition-failed', current }), { status: 412, statusText: 'Stale' });
    await until(() => ((inDialog('#declare-why') as HTMLTextAreaElement | null)?.value === 'All done.' ? true : null));
    await submit();
    expect((await until(() => api.match(put)[0])).request.headers.get('If-Match')).toBe('"1"');
    await until(() => (inDialog('form') === null ? true : null));
  });

  it('records the answer of EACEA', async () => {
    const fixture = await open(aClaim({ state: 'under-assessment', version: 2 }), { state: 'submitted' });
    await click(fixture, 'Record the answer');
    await submit();
    const request = await until(() => api.match({ method: 'POST', url: `${claimAddress}/acceptance` })[0]);
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    request.flush(aReport());
    const again = await until(() => api.match(address)[0]);
    again.flush({ startDate: '2024-01-01', durationMonths: 48, currency: 'EUR', reports: [aReport()] });
    await fixture.whenStable();
    expect(control(fixture, 'Lock for review')).toBeTruthy();
  });
});
