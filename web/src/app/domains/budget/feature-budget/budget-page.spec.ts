import { Location } from '@angular/common';
import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { aBudget, aMe, aMembership, aProblem, idOf } from '@office/testing';
import { control, signIn, surroundings, textOf } from '../../../../../test/render';
import { BudgetPage } from './budget-page';

const address = `/api/projects/${idOf('project', 1)}/budget`;
const withEstimate = aBudget({
  rows: aBudget().rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, estimate: [{ category: 'A' as const, cents: 1_000_000 }] })),
  })),
  categories: [{ category: 'A', cents: 4_000_000 }],
});

describe('page Budget', () => {
  let api: HttpTestingController;

  beforeEach(() => {
    api = surroundings();
  });

  async function open() {
    const fixture = TestBed.createComponent(BudgetPage);
    TestBed.tick();
    api.expectOne(address).flush(aBudget());
    await fixture.whenStable();
    return fixture;
  }

  it('marks the own row and the demonstration, and shows every sum', async () => {
    await signIn(aMe());
    const fixture = await open();
    expect(textOf(fixture)).toContain('demonstration figures');
    expect(textOf(fixture)).toContain('Share of QUI €18,000 32.1% of the grant');
    const own = (fixture.nativeElement as HTMLElement).querySelector('tr.own');
    expect(own?.textContent).toContain('your institution');
    expect((fixture.nativeElement as HTMLElement).querySelector('.corner')?.textContent).toBe('€56,000');
  });

  it('shows an observer no row as the own one', async () => {
    await signIn(aMe({ projects: [aMembership({ roles: ['observer'], beneficiary: null })] }));
    const fixture = await open();
    expect(textOf(fixture)).not.toContain('your institution');
    expect(textOf(fixture)).toContain('Beneficiaries 2');
  });

  it('asks for the estimate only when it is wanted, and keeps the matrix meanwhile', async () => {
    await signIn(aMe());
    const fixture = await open();
    control(fixture, 'Show cost categories').click();
    TestBed.tick();
    const request = api.expectOne(`${address}?categories=true`);
    expect(textOf(fixture)).toContain('€56,000');
    request.flush(withEstimate);
    await fixture.whenStable();
    expect(textOf(fixture)).toContain('Direct personnel costs');
    expect(textOf(fixture)).toContain('before the funding rate of 90%: €40,000 of costs give €36,000 of grant');
    expect(TestBed.inject(Location).path()).toContain('categories=true');
  });

  it('says when the estimate could not be read', async () => {
    await signIn(aMe());
    const fixture = await open();
    control(fixture, 'Show cost categories').click();
    TestBed.tick();
    api.expectOne(`${address}?categories=true`).flush(aProblem({ status: 500, code: 'internal' }), { status: 500, statusText: 'Error' });
    await fixture.whenStable();
    expect(textOf(fixture)).toContain('Something went wrong at our side.');
    expect(textOf(fixture)).toContain('€56,000');
  });
});
