import { describe, expect, it } from '@jest/globals';
import { can, isPlainDate, sumCents } from '@office/domain';
import * as testing from './index.js';
import {
  CONSORTIUM,
  NOW,
  TODAY,
  aBoard,
  aBudget,
  aBudgetRow,
  aConsortium,
  aDeliverable,
  aDeliverableMark,
  aDeliverableRow,
  aMe,
  aMembership,
  aPage,
  aProject,
  aQualityBoard,
  aReportingPeriod,
  aReview,
  aReviewRound,
  aRibbonMark,
  aTask,
  aWorkPackagePlan,
  aWorkStatus,
  idOf,
} from './index.js';

/** Every builder, called without a wish. */
const built = Object.entries(testing)
  .filter(([name, value]) => /^(a|an|some)[A-Z]/.test(name) && typeof value === 'function' && name !== 'aPage')
  .map(([name, value]): [string, () => unknown] => [name, value as () => unknown]);

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(stringsIn) : [];
}

describe.each(built)('%s', (_name, build) => {
  it('builds the same twice, and never the same object', () => {
    expect(build()).toEqual(build());
    expect(build()).not.toBe(build());
  });

  it('survives JSON, as an answer of the API does', () => {
    expect(JSON.parse(JSON.stringify(build()))).toEqual(build());
  });

  it('names only days of the calendar', () => {
    expect(stringsIn(build()).filter((text) => /^\d{4}-\d{2}-\d{2}/.test(text) && !isPlainDate(text.slice(0, 10)))).toEqual([]);
  });

  it('can be changed without touching the next one', () => {
    const changed = build() as Record<string, unknown>;
    const before = JSON.stringify(build());
    for (const value of Object.values(changed)) if (value !== null && typeof value === 'object') Object.assign(value, { changed: true });
    expect(JSON.stringify(build())).toBe(before);
  });
});

describe('what follows from what', () => {
  it('is overridden when it is given', () => {
    expect(aTask({ title: 'Another', timeliness: 'late' })).toMatchObject({ title: 'Another', timeliness: 'late', number: 'T2.2' });
    expect(aDeliverableRow({ late: true, dueOn: '2024-12-24' })).toMatchObject({ late: true, dueOn: '2024-12-24' });
  });

  it('is the due day, the portal state and the lateness of a deliverable', () => {
    expect(aDeliverableRow({ dueMonth: 8, state: 'approved' })).toMatchObject({ dueOn: '2024-08-31', portalState: 'draft', late: true });
    expect(aDeliverableRow({ dueMonth: 8, state: 'accepted' })).toMatchObject({ portalState: 'accepted', late: false });
    expect(aDeliverableRow({ dueOn: '2024-09-13' }).late).toBe(true);
    expect(aDeliverableMark({ dueMonth: 8 })).toMatchObject({ dueOn: '2024-08-31', late: true });
    expect(aRibbonMark({ on: '2025-01-31' }).month).toBe(13);
  });

  it('is what a deliverable that nobody began does not have', () => {
    expect(aDeliverable({ state: 'planned' })).toMatchObject({ latestVersion: null, versions: [], history: [] });
  });

  it('is how a task and a work package stand today', () => {
    expect(aTask({ startMonth: 1, endMonth: 8 }).timeliness).toBe('late');
    expect(aTask({ status: aWorkStatus({ state: 'not-started', progress: 0 }) }).timeliness).toBe('should-have-started');
    expect(aWorkPackagePlan({ status: aWorkStatus({ state: 'done', progress: 100 }) }).timeliness).toBe('done');
  });

  it('is the tally of a round', () => {
    expect(aReviewRound().tally).toMatchObject({ eligible: 6, cast: 1, quorum: 4, outcome: 'pending' });
    const reviews = ['accept', 'accept', 'minor-changes', 'reject'] as const;
    expect(aReviewRound({ reviews: reviews.map((verdict) => aReview({ verdict })) }).tally.outcome).toBe('sign-off');
    expect(aReviewRound({ quorumBasisPoints: 1 }).tally).toMatchObject({ quorum: 1, outcome: 'sign-off' });
    expect(aReviewRound().closesAt).toBe('2024-09-16T21:59:00.000Z');
  });

  it('is who of the board may vote', () => {
    const excluded = (lead?: string): string[] =>
      aBoard(lead).flatMap((member) => (member.exclusion === null ? [] : [member.beneficiary.shortName]));
    expect([excluded(), excluded(CONSORTIUM.AL.id)]).toEqual([['QUI'], ['AL']]);
    expect(
      aQualityBoard()
        .members.filter((member) => member.chair)
        .map((member) => member.beneficiary.shortName),
    ).toEqual(['UNITUS']);
    expect(new Set(aBoard().map((member) => member.personId)).size).toBe(7);
  });

  it('is every sum of a budget', () => {
    const budget = aBudget({ rows: [aBudgetRow(), aBudgetRow({ cells: [{ workPackageId: idOf('work-package', 2), shareCents: 1 }] })] });
    expect(budget.rows.map((row) => row.totalCents)).toEqual([1_800_000, 1]);
    expect(budget.workPackages.map((workPackage) => workPackage.totalCents)).toEqual([560_000, 1_240_001]);
    expect([sumCents(budget.workPackages.map((at) => at.totalCents)), budget.totalCents, budget.maximumGrantCents]).toEqual([
      1_800_001, 1_800_001, 1_800_001,
    ]);
  });

  it('is the days of a reporting period', () => {
    expect(aReportingPeriod({ toMonth: 48 })).toMatchObject({ endsOn: '2027-12-31', reportDueOn: '2028-02-29' });
    expect(aProject().endDate).toBe('2027-12-31');
  });

  it('is what a person may do', () => {
    const { actor } = aMembership({ roles: ['quality-board-member'], beneficiary: null });
    expect(actor).toMatchObject({ roles: ['quality-board-member'], beneficiaryId: null });
    expect(can(aMe().projects[0]!.actor, 'deliverable.upload-version', { leadBeneficiaryId: aDeliverable().lead.id }).ok).toBe(true);
  });

  it('is the total of a page', () => {
    expect(aPage(['a', 'b'], { total: 7 })).toEqual({ items: ['a', 'b'], total: 7, offset: 0, limit: 50 });
  });
});

describe('ids', () => {
  it('are UUIDs of version 7, one for each thing', () => {
    const ids = [idOf('deliverable', 1), idOf('deliverable', 22), idOf('task', 1), ...aConsortium().beneficiaries.map((at) => at.id)];
    expect(ids.filter((id) => !/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('now', () => {
  it('is a day of month 9', () => {
    expect([NOW.slice(0, 10), TODAY]).toEqual(['2024-09-14', '2024-09-14']);
  });
});
