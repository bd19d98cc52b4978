import type { HttpTestingController } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PlanChange } from '@office/domain';
import { aMe, aPlanEdit, aProblem, CONSORTIUM, idOf, planId } from '@office/testing';
import { click, control, signIn, surroundings, textOf, type } from '../../../../../test/render';
import type { ReadProblem } from '../../../shared/util-http/problem';
import type { ChangeTask } from './change-task';
import { PlanChangeDialog } from './plan-change-dialog';

const address = `/api/projects/${idOf('project', 1)}/plan-changes`;
const stale: ReadProblem = { ...aProblem({ status: 412, code: 'precondition-failed' }), offline: false };

describe('a change of the plan in its dialog', () => {
  let api: HttpTestingController;
  let saved: PlanChange[];
  let answers: (ReadProblem | null)[];
  let closed: number;
  let dialog: ComponentFixture<PlanChangeDialog>;
  const held = signal<readonly PlanChange[]>([]);

  beforeEach(() => {
    [saved, answers, closed] = [[], [], 0];
    held.set([]);
  });

  async function open(task: Partial<ChangeTask> = {}, edit = aPlanEdit()): Promise<void> {
    const save = (change: PlanChange): Promise<ReadProblem | null> => {
      saved.push(change);
      return Promise.resolve(answers.shift() ?? null);
    };
    api = surroundings([
      { provide: MAT_DIALOG_DATA, useValue: { target: 'draft', changes: held, original: null, save, ...task } satisfies ChangeTask },
      { provide: MatDialogRef, useValue: { id: 'dialog', close: () => (closed += 1) } },
    ]);
    await signIn(aMe());
    dialog = TestBed.createComponent(PlanChangeDialog);
    TestBed.tick();
    api.expectOne(address).flush(edit);
    await dialog.whenStable();
  }

  async function select(label: string, value: string): Promise<void> {
    const host = dialog.nativeElement as HTMLElement;
    const id = [...host.querySelectorAll('label')].find((element) => element.textContent.includes(label))!.htmlFor;
    const field = document.getElementById(id) as HTMLSelectElement;
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
    await dialog.whenStable();
  }

  it('makes the project longer by months, with the date and the clause beside', async () => {
    await open();
    await select('What changes', 'project.duration');
    await type(dialog, 'Months more', '6');
    expect(textOf(dialog)).toContain('54 months, until 30 Jun 2028');
    expect(textOf(dialog)).toContain('AT25');
    await click(dialog, 'Add the change');
    expect(saved).toEqual([{ kind: 'project.duration', durationMonths: 54 }]);
    expect(closed).toBe(1);
  });

  it('judges a month by the changes that are in the draft already', async () => {
    await open();
    await select('What changes', 'deliverable.due');
    await select('Of what', planId('D2.2'));
    await type(dialog, 'Due month', '52');
    expect(textOf(dialog)).toContain('D2.2 in M52 lies outside of the project (M1–M48).');
    held.set([{ kind: 'project.duration', durationMonths: 54 }]);
    await dialog.whenStable();
    expect(textOf(dialog)).not.toContain('lies outside of the project');
    expect(textOf(dialog)).toContain('30 Apr 2028');
  });

  it('refuses a last month before the first in its field', async () => {
    await open();
    await select('What changes', 'task.months');
    await select('Of what', planId('T2.2'));
    await type(dialog, 'Last month', '2');
    expect(textOf(dialog)).toContain('The last month comes before the first.');
    await click(dialog, 'Add the change');
    expect(saved).toEqual([]);
    await type(dialog, 'Last month', '12');
    expect(textOf(dialog)).not.toContain('comes before');
    await click(dialog, 'Add the change');
    expect(saved).toEqual([{ kind: 'task.months', id: planId('T2.2'), startMonth: 6, endMonth: 12 }]);
  });

  it('suggests the number of a new task by its work package, and keeps one that was typed', async () => {
    await open();
    await select('What changes', 'task.add');
    await select('Work package', planId('WP2'));
    const number = (): string => (dialog.nativeElement as HTMLElement).querySelector<HTMLInputElement>('#change-field-number')!.value;
    expect(number()).toBe('T2.4');
    await select('Work package', planId('WP1'));
    expect(number()).toBe('T1.3');
    await type(dialog, 'Number', 'T9.9');
    await select('Work package', planId('WP2'));
    expect(number()).toBe('T9.9');
  });

  it('does not save what is unfinished or changes nothing, and says so', async () => {
    await open();
    await select('What changes', 'task.lead');
    await select('Of what', planId('T2.2'));
    expect(textOf(dialog)).toContain('This is as planned already.');
    await click(dialog, 'Add the change');
    expect(saved).toEqual([]);
    await select('Lead beneficiary', CONSORTIUM.HANU.id);
    expect(textOf(dialog)).toContain('T2.2 is led by HANU');
  });

  it('keeps what was typed when somebody else saved the draft, and shows both', async () => {
    await open();
    await select('What changes', 'task.retitle');
    await select('Of what', planId('T2.2'));
    await type(dialog, 'Title', 'Seminar in Ha Long');
    answers = [stale];
    held.set([{ kind: 'project.duration', durationMonths: 50 }]);
    control(dialog, 'Add the change').click();
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
    api.expectOne(address).flush(aPlanEdit({ version: 2 }));
    await dialog.whenStable();
    expect(textOf(dialog)).toContain('The project lasts 50 months');
    expect(textOf(dialog)).toContain('T2.2 is called “Seminar in Ha Long”');
    await click(dialog, 'Add mine to theirs');
    expect(saved).toHaveLength(2);
    expect(closed).toBe(1);
  });

  it('fills the form with a change that is edited', async () => {
    const original: PlanChange = { kind: 'task.months', id: planId('T2.2'), startMonth: 6, endMonth: 12 };
    held.set([original]);
    await open({ original });
    const last = (dialog.nativeElement as HTMLElement).querySelector<HTMLInputElement>('#change-field-endMonth')!;
    expect(last.value).toBe('12');
    await type(dialog, 'Last month', '11');
    await click(dialog, 'Save the change');
    expect(saved).toEqual([{ ...original, endMonth: 11 }]);
  });

  it('does at once only what needs no amendment, and asks who agreed', async () => {
    await open({ target: 'plan' });
    await select('What changes', 'task.retitle');
    await select('Of what', planId('T2.2'));
    await type(dialog, 'Title', 'Seminar in Ha Long');
    expect(textOf(dialog)).toContain('This needs an amendment');
    await select('What changes', 'deliverable.contributors');
    await select('Of what', planId('D2.2'));
    const box = (dialog.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[type=checkbox]')!;
    box.click();
    await dialog.whenStable();
    expect(textOf(dialog)).toContain('Say who agreed');
    await type(dialog, 'Who agreed', 'Steering committee, 12 September');
    expect(control(dialog, 'Change the plan').getAttribute('aria-disabled')).not.toBe('true');
    await click(dialog, 'Change the plan');
    expect(saved.at(-1)).toMatchObject({ kind: 'deliverable.contributors', id: planId('D2.2') });
  });
});
