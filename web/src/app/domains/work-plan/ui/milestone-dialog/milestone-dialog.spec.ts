import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MilestoneView } from '@office/contracts';
import { aMe, aMembership, aMilestone, aProblem, idOf } from '@office/testing';
import { click, signIn, surroundings, textOf, type } from '../../../../../../test/render';
import { MilestoneDialog } from './milestone-dialog';

const seen = aMilestone({ version: 1 });
const achieved = aMilestone({ state: 'achieved', achievedOn: '2024-03-20', evidence: 'Minutes of 20 March', version: 2, late: false });
const address = `/api/projects/${idOf('project', 1)}/milestones/${seen.id}`;
const coordinator = aMe({ projects: [aMembership({ roles: ['project-coordinator'] })] });

describe('milestone dialog', () => {
  let api: HttpTestingController;
  let closedWith: (MilestoneView | undefined)[];

  beforeEach(() => {
    closedWith = [];
    api = surroundings([
      { provide: MAT_DIALOG_DATA, useValue: { id: seen.id } },
      { provide: MatDialogRef, useValue: { id: 'dialog', close: (answer?: MilestoneView) => closedWith.push(answer) } },
    ]);
  });

  async function open(milestone = seen, me = coordinator): Promise<ComponentFixture<MilestoneDialog>> {
    await signIn(me);
    const dialog = TestBed.createComponent(MilestoneDialog);
    TestBed.tick();
    api.expectOne(address).flush(milestone);
    await dialog.whenStable();
    return dialog;
  }

  const settled = async (dialog: ComponentFixture<unknown>): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await dialog.whenStable();
  };

  async function save(dialog: ComponentFixture<unknown>, step: string): Promise<TestRequest> {
    await click(dialog, 'Save MS2');
    return api.expectOne({ method: 'POST', url: `${address}/${step}` });
  }

  it('reports it as achieved with a day and a proof, and with the version that was seen', async () => {
    const dialog = await open();
    await type(dialog, 'On which day', '2024-03-20');
    await type(dialog, 'What proves it', 'Minutes of 20 March');
    const { request, flush } = await save(dialog, 'achievement').then((one) => ({ request: one.request, flush: one.flush.bind(one) }));
    expect(request.headers.get('If-Match')).toBe('"1"');
    expect(request.body).toEqual({ achievedOn: '2024-03-20', evidence: 'Minutes of 20 March', evidenceUrl: null });
    flush(achieved);
    await settled(dialog);
    expect(closedWith).toEqual([achieved]);
  });

  it('sends nothing that the domain refuses, and says what is wrong', async () => {
    const dialog = await open();
    await type(dialog, 'On which day', '2030-01-01');
    await click(dialog, 'Save MS2');
    api.expectNone(`${address}/achievement`);
    expect(textOf(dialog)).toContain('Choose a day that has come.');
    expect(textOf(dialog)).toContain('Say what proves it.');
  });

  it('reports it as not achieved with an estimate and the reason', async () => {
    const dialog = await open();
    (dialog.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[value="not-achieved"]')?.click();
    await dialog.whenStable();
    await type(dialog, 'Now expected on', '2024-11-30');
    await type(dialog, 'Why it is not achieved', 'The board met once only.');
    expect((await save(dialog, 'postponement')).request.body).toEqual({ estimate: '2024-11-30', reason: 'The board met once only.' });
  });

  it('shows what somebody else reported meanwhile, and loses nothing', async () => {
    const dialog = await open();
    await type(dialog, 'What proves it', 'Mine');
    const theirs = aMilestone({ state: 'not-achieved', estimate: '2024-12-01', reason: 'Theirs.', version: 2 });
    const problem = aProblem({ status: 412, code: 'precondition-failed', current: theirs });
    (await save(dialog, 'achievement')).flush(problem, { status: 412, statusText: 'Stale' });
    await settled(dialog);
    expect(textOf(dialog)).toContain('Theirs.');
    await click(dialog, 'Go on with mine');
    expect((await save(dialog, 'achievement')).request.headers.get('If-Match')).toBe('"2"');
  });

  it('only tells how it stands to who may not report it, and once it is achieved', async () => {
    const dialog = await open(seen, aMe({ projects: [aMembership({ roles: ['observer'], beneficiary: null })] }));
    expect(textOf(dialog)).not.toContain('Save MS2');
    TestBed.resetTestingModule();
    api = surroundings([
      { provide: MAT_DIALOG_DATA, useValue: { id: seen.id } },
      { provide: MatDialogRef, useValue: { id: 'dialog', close: () => undefined } },
    ]);
    const done = await open(achieved);
    expect(textOf(done)).toContain('Minutes of 20 March');
    expect(textOf(done)).not.toContain('Save MS2');
  });
});
