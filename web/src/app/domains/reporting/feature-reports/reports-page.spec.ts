import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ReportView } from '@office/contracts';
import { aMe, aMembership, aProblem, aReport, aReportDeliverable, idOf } from '@office/testing';
import { click, control, signIn, surroundings, textOf } from '../../../../../test/render';
import { ReportsPage } from './reports-page';

const address = `/api/projects/${idOf('project', 1)}/reports`;
const asCoordinator = aMe({ projects: [aMembership({ roles: ['project-coordinator'] })] });

describe('page Reports', () => {
  let api: HttpTestingController;

  beforeEach(() => {
    api = surroundings();
  });

  async function open(me = asCoordinator, ...reports: ReportView[]) {
    await signIn(me);
    const fixture = TestBed.createComponent(ReportsPage);
    TestBed.tick();
    api.expectOne(address).flush({ startDate: '2024-01-01', durationMonths: 48, currency: 'EUR', reports });
    await fixture.whenStable();
    return fixture;
  }

  it('shows the report that is next, its deadline in both zones and what must be in by then', async () => {
    const accepted = aReport({ id: idOf('activity', 90), number: 1, state: 'accepted' });
    const fixture = await open(asCoordinator, accepted, aReport({ number: 2 }));
    expect(textOf(fixture)).toContain('RP2 · Periodic report');
    expect(textOf(fixture)).toContain('29 Aug 2025, 23:59 Rome');
    expect(textOf(fixture)).toContain('30 Aug 2025, 04:59 Ho Chi Minh');
    expect(control(fixture, 'D2.2').getAttribute('href')).toContain(`/deliverables/${aReportDeliverable().id}`);
    api.verify();
  });

  it('takes a step with the version that was seen, and tells when somebody was faster', async () => {
    const fixture = await open(asCoordinator, aReport({ state: 'locked', version: 4 }));
    await click(fixture, 'Unlock');
    const request = api.expectOne({ method: 'POST', url: `${address}/${aReport().id}/unlocking` });
    expect(request.request.headers.get('If-Match')).toBe('"4"');
    request.flush(aProblem({ status: 412, code: 'precondition-failed', current: aReport() }), { status: 412, statusText: 'Stale' });
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    api
      .expectOne(address)
      .flush({ startDate: '2024-01-01', durationMonths: 48, currency: 'EUR', reports: [aReport({ state: 'in-preparation' })] });
    await fixture.whenStable();
    expect(textOf(fixture)).toContain('Lock for review');
  });

  it('says why it cannot be locked, and what is missing', async () => {
    const late = aReportDeliverable({ late: true });
    const checks = aReport().checks.map((check) =>
      check.kind === 'late-deliverables-justified' ? { ...check, done: false, missing: [late.id] } : check,
    );
    const fixture = await open(asCoordinator, aReport({ deliverables: [late], checks }));
    expect(control(fixture, 'Lock for review').getAttribute('aria-disabled')).toBe('true');
    expect(textOf(fixture)).toContain('Missing: D2.2');
    expect(control(fixture, 'Justify').textContent).toContain('D2.2');
  });

  it('offers no step to who only reads', async () => {
    const observer = aMe({ projects: [aMembership({ roles: ['observer'], beneficiary: null })] });
    const fixture = await open(observer, aReport({ deliverables: [aReportDeliverable({ late: true })] }));
    expect(textOf(fixture)).not.toMatch(/Lock for review|Justify/);
  });
});
