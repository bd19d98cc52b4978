import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BudgetView, DeliverableView, MyWorkView, OverviewView } from '@office/contracts';
import { v7 as uuid } from 'uuid';
import { Clock } from '../../src/core/clock/clock.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

let office: TestOffice;
let strive: TestProject;
let qui: Member;

/** An amendment that gives the whole of WP2 to QUI takes effect the day after the clock's. */
beforeAll(async () => {
  office = await openOffice();
  strive = await importStrive(office);
  qui = await strive.addMember('qui@university.example', ['partner-coordinator'], 'QUI');
  const amended = uuid();
  await office.sql(
    `INSERT INTO annex2_version (project_id, id, number, in_force_from, provenance) VALUES ($1, $2, 2, '2024-09-17', 'stated')`,
    [strive.projectId, amended],
  );
  await office.sql(
    `INSERT INTO lump_sum_share (project_id, annex2_version_id, work_package_id, beneficiary_id, amount_cents) VALUES ($1, $2, $3, $4, 40000000)`,
    [strive.projectId, amended, strive.idOf('WP2'), strive.idOf('QUI')],
  );
});
afterAll(() => office.close());

async function moneyAt(instant: string): Promise<{ version: number; budget: number; overview: number; mine: number; stake: object }> {
  return office.app.get(Clock).at(new Date(instant), async () => {
    const budget = (await qui.request('budget')).json<BudgetView>();
    const overview = (await qui.request('overview')).json<OverviewView>();
    const mine = (await qui.request('my-work')).json<MyWorkView>();
    const { stake } = (await qui.request(`deliverables/${strive.idOf('D2.2')}`)).json<DeliverableView>();
    return {
      version: budget.annex2Version,
      budget: budget.workPackages[1]!.totalCents,
      overview: overview.workPackages[1]!.totalCents,
      mine: mine.share.totalCents,
      stake,
    };
  });
}

describe('every page shows the money of one Annex 2', () => {
  const first = {
    version: 1,
    budget: 6_680_000,
    overview: 6_680_000,
    mine: 4_630_000,
    stake: { currency: 'EUR', cents: 6_680_000, beneficiaries: 7 },
  };

  it.each(['2023-06-01T00:00:00Z', '2024-09-16T10:00:00Z', '2024-09-16T21:59:59Z'])(
    'of the one in force, not of one to come: %s',
    async (instant) => {
      expect(await moneyAt(instant)).toEqual({ ...first, stake: expect.objectContaining(first.stake) });
    },
  );

  it("from the first minute of its day in the granting authority's zone", async () => {
    expect(await moneyAt('2024-09-16T22:00:00Z')).toEqual({
      version: 2,
      budget: 40_000_000,
      overview: 40_000_000,
      mine: 40_000_000,
      stake: expect.objectContaining({ cents: 40_000_000, beneficiaries: 1 }),
    });
  });
});
