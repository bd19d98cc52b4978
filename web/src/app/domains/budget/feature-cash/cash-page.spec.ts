import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { CashView, Me } from '@office/contracts';
import { aCash, aDistribution, aMe, aMembership, aPayment, aProblem, CONSORTIUM, idOf } from '@office/testing';
import { click, control, signIn, surroundings, textOf } from '../../../../../test/render';
import { CashPage } from './cash-page';

const address = `/api/projects/${idOf('project', 1)}`;
const coordinator = aMe({
  projects: [aMembership({ roles: ['project-coordinator'], beneficiary: { ...CONSORTIUM.AL, timeZone: 'Europe/Rome' } })],
});
const qui = aMe({
  projects: [aMembership({ roles: ['partner-coordinator'], beneficiary: { ...CONSORTIUM.QUI, timeZone: 'Asia/Ho_Chi_Minh' } })],
});

describe('page Cash', () => {
  let api: HttpTestingController;
  beforeEach(() => {
    api = surroundings();
  });

  async function open(me: Me, view: CashView = aCash()): Promise<ComponentFixture<CashPage>> {
    await signIn(me);
    const fixture = TestBed.createComponent(CashPage);
    TestBed.tick();
    api.expectOne(`${address}/cash`).flush(view);
    await fixture.whenStable();
    return fixture;
  }

  it('tells what came, what went on and what keeps a partner from being paid', async () => {
    const fixture = await open(qui);
    for (const words of [
      '40% of the maximum grant',
      'received 16 Feb 2024',
      'Held back',
      'national approval missing',
      'submitted 1 Mar 2024',
    ])
      expect(textOf(fixture)).toContain(words);
  });

  it('lets the coordinator send a part only once nothing holds it', async () => {
    const fixture = await open(coordinator);
    expect(control(fixture, 'Send').getAttribute('aria-disabled')).toBe('true');
  });

  it('offers a partner its own parts to confirm, and nothing else', async () => {
    const sent = aPayment({ distribution: [aDistribution({ state: 'sent', hold: null, sentOn: '2024-06-03', version: 2 })] });
    const fixture = await open(qui, aCash({ payments: [sent] }));
    for (const words of ['Send', 'Add a payment', 'Distribute', 'Change the terms']) expect(textOf(fixture)).not.toContain(words);
    await click(fixture, 'It has come');
    const request = api.expectOne(`${address}/distributions/${aDistribution().id}/confirmation`);
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    request.flush(aCash({ payments: [aPayment({ distribution: [aDistribution({ state: 'confirmed', hold: null })] })] }));
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(textOf(fixture)).toContain('Confirmed');
  });

  it('shows how it stands now when somebody was faster', async () => {
    const sent = aPayment({ distribution: [aDistribution({ state: 'sent', hold: null, version: 2 })] });
    const fixture = await open(qui, aCash({ payments: [sent] }));
    await click(fixture, 'It has come');
    const current = aCash({ payments: [aPayment({ distribution: [aDistribution({ state: 'confirmed', hold: null })] })] });
    const stale = aProblem({ status: 412, code: 'precondition-failed', current });
    api.expectOne({ method: 'POST' }).flush(stale, { status: 412, statusText: 'Stale' });
    await new Promise((resolve) => setTimeout(resolve));
    await fixture.whenStable();
    expect(textOf(fixture)).toContain('Confirmed');
  });

  it('says so where no payment is known', async () => {
    const fixture = await open(qui, aCash({ payments: [], receivedCents: 0 }));
    expect(textOf(fixture)).toContain('No payment yet');
  });
});
