import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { AmendmentView, Problem } from '@office/contracts';
import type { PlanChange, PlanPeriod, ReportState } from '@office/domain';
import type { LightMyRequestResponse } from 'fastify';
import { Clock } from '../../src/core/clock/clock.js';
import { Transactions, type Transaction } from '../../src/core/database/transaction.js';
import { amendmentsOf, done } from '../support/amendments.js';
import { openOffice, type TestOffice } from '../support/office.js';
import { importStrive, type Member, type TestProject } from '../support/project.js';

const TODAY = '2024-09-16';

let office: TestOffice;
let strive: TestProject;
let coordinator: Member;
let steps: ReturnType<typeof amendmentsOf>;
let periods: readonly PlanPeriod[];
let serial = 0;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());

beforeEach(async () => {
  serial += 1;
  strive = await importStrive(office, (file) => {
    Object.assign(file.project, { grantNumber: `10300000${serial}`, acronym: `STRIVE-${serial}` });
  });
  coordinator = await strive.addMember(`coordinator-${serial}@university.example`, ['project-coordinator'], 'AL');
  steps = amendmentsOf(coordinator);
  periods = (await steps.edit()).plan.reportingPeriods;
});

const writeReport = (number: number, state: ReportState): [string, unknown[]] => [
  `INSERT INTO report (project_id, reporting_period_id, state, updated_at, updated_by, version)
   SELECT project_id, id, $3, now(), $4, 2 FROM reporting_period WHERE project_id = $1 AND number = $2`,
  [strive.projectId, number, state, coordinator.personId],
];
const accept = (amendment: AmendmentView): Promise<LightMyRequestResponse> =>
  steps.take(amendment, 'acceptance', { on: TODAY, effectiveOn: TODAY });

/** The first two periods made one: the second goes, the others follow. */
const merged = (): PlanChange => {
  const [first, second, ...others] = periods;
  const kept = [{ ...first!, toMonth: second!.toMonth }, ...others].map((one, index) => ({ ...one, number: index + 1 }));
  return { kind: 'project.reporting-periods', periods: kept };
};

describe('months of a reporting period', () => {
  it.each<[ReportState, number]>([
    ['in-preparation', 200],
    ['returned', 200],
    ['submitted', 422],
    ['accepted', 422],
  ])('whose report is %s are changed by an amendment: %d', async (state, status) => {
    const last = periods.at(-1)!;
    const amendment = await steps.submitted('Six months more', [{ kind: 'project.duration', durationMonths: 54 }], TODAY);
    if (state === 'returned') await office.sql(...returned(last.number));
    else await office.sql(...writeReport(last.number, state));
    const answer = await accept(amendment);
    expect(answer.statusCode).toBe(status);
    if (status === 422) expect(answer.json<Problem>().errors).toMatchObject([{ path: 'changes.0.durationMonths', code: 'work-reported' }]);
  });
});

const returned = (number: number): [string, unknown[]] => {
  const [sql, values] = writeReport(number, 'returned');
  return [sql.replace('state,', 'state, return_reason,').replace('$3,', `$3, 'Figures',`), values];
};

describe('an amendment of the duration after the end of the project', () => {
  const extension: PlanChange[] = [{ kind: 'project.duration', durationMonths: 54 }];
  const [lastDay, dayAfter] = ['2027-12-31', '2028-01-01'];
  const at = <T>(day: string, work: () => Promise<T>): Promise<T> =>
    office.app.get(Clock).at(new Date(`${day}T10:00:00Z`), async () => await work());

  it('is told of it as a draft, and neither approved nor submitted for a day after the end', async () => {
    const owner = await at(dayAfter, () => strive.addMember(`owner-${serial}@university.example`, ['project-coordinator'], 'AL'));
    const late = amendmentsOf(owner);
    const error = { path: 'on', code: 'project-ended', params: { latest: lastDay } };
    const refused = (answer: LightMyRequestResponse): void => {
      expect(answer.statusCode).toBe(422);
      expect(answer.json<Problem>().errors).toEqual([error]);
    };
    await at(dayAfter, async () => {
      const draft = await late.prepare('Too late', extension);
      expect(draft.findings).toMatchObject([
        { level: 'warning', path: 'changes.0.kind', code: 'project-ended', params: { latest: lastDay } },
      ]);
      refused(await late.take(draft, 'consortium-approval', { on: dayAfter, reference: 'Minutes 9' }));
      const approved = done<AmendmentView>(await late.take(draft, 'consortium-approval', { on: lastDay, reference: 'Minutes 9' }));
      const checked = done<AmendmentView>(await late.take(approved, 'informal-check', { on: lastDay, note: '' }));
      refused(await late.take(checked, 'submission', { on: dayAfter }));
      const sent = done<AmendmentView>(await late.take(checked, 'submission', { on: lastDay }));
      expect(sent.findings).toEqual([]);
      const accepted = await late.take(sent, 'acceptance', { on: dayAfter, effectiveOn: lastDay });
      expect(done<AmendmentView>(accepted)).toMatchObject({ state: 'accepted' });
    });
  });

  it('is submitted with a reason only, whatever was approved', async () => {
    const draft = await steps.prepare('Unexplained', extension);
    const approved = done<AmendmentView>(await steps.take(draft, 'consortium-approval', { on: TODAY, reference: 'Minutes 9' }));
    const checked = done<AmendmentView>(await steps.take(approved, 'informal-check', { on: TODAY, note: '' }));
    await office.sql(`UPDATE amendment SET justification = ' ' WHERE id = $1`, [draft.id]);
    const answer = await steps.take(checked, 'submission', { on: TODAY });
    expect(answer.json<Problem>()).toMatchObject({ code: 'transition-refused', params: { fact: 'has-justification' } });
  });
});

/** Only a real server can be shared. */
const onServer = process.env['TEST_DATABASE_URL'] === undefined ? describe.skip : describe;

onServer('a report that is written while an amendment is accepted', () => {
  /** Holds the period as whoever reports does, until the acceptance waits for it. */
  const whileAccepted = async (amendment: AmendmentView, number: number, write: (t: Transaction) => Promise<unknown>) => {
    const isWaiting = async (): Promise<boolean> => (await office.sql(`SELECT FROM pg_locks WHERE NOT granted`)).length > 0;
    const { answer } = await office.app.get(Transactions).run(async (t) => {
      await t.rows(`SELECT FROM reporting_period WHERE project_id = $1 AND number = $2 FOR NO KEY UPDATE`, [strive.projectId, number]);
      const answer = accept(amendment);
      answer.catch(() => undefined);
      while (!(await isWaiting())) continue;
      await write(t);
      return { answer };
    });
    return answer;
  };

  it('keeps its period: the acceptance sees it', async () => {
    const last = periods.length;
    const amendment = await steps.submitted('Merged', [merged()], TODAY);
    const answer = await whileAccepted(amendment, last, (t) => t.rows(...writeReport(last, 'open')));
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'state-changed']);
  });

  it('keeps its months when it goes to EACEA', async () => {
    const last = periods.length;
    const amendment = await steps.submitted('Longer', [{ kind: 'project.duration', durationMonths: 54 }], TODAY);
    const answer = await whileAccepted(amendment, last, (t) => t.rows(...writeReport(last, 'submitted')));
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'state-changed']);
  });
});
