import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { expect, it } from '@jest/globals';
import { anAmendmentRow, aProblem } from '@office/testing';
import { render, surroundings, textOf } from '../../../../../test/render';
import { StepDialog } from './step-dialog';

it('says from which day an amendment can be in effect, once the office has said it', async () => {
  const saved: unknown[] = [];
  const errors = [{ path: 'effectiveOn', code: 'date-too-early', params: { earliest: '2024-10-01' } }];
  const refusal = { ...aProblem({ status: 422, code: 'validation-failed', errors }), offline: false } as const;
  const save = (body: object): Promise<typeof refusal | null> => Promise.resolve(saved.push(body) === 1 ? refusal : null);
  const view = { ...anAmendmentRow({ state: 'submitted', submittedOn: '2024-09-02' }), findings: [] };
  surroundings([
    { provide: MAT_DIALOG_DATA, useValue: { action: 'accept', view, today: '2024-09-16', save } },
    { provide: MatDialogRef, useValue: { id: 'dialog', close: () => saved.push('closed') } },
  ]);
  const dialog = await render(StepDialog);
  const host = dialog.nativeElement as HTMLElement;
  host.querySelector('form')?.dispatchEvent(new Event('submit'));
  await dialog.whenStable();
  expect(textOf(dialog)).toContain('Choose a day from 1 Oct 2024: until then the agreement is another.');
  const day = host.querySelector<HTMLInputElement>('#step-effective')!;
  day.value = '2024-10-01';
  day.dispatchEvent(new Event('input'));
  await dialog.whenStable();
  expect(day.getAttribute('aria-invalid')).toBeNull();
  host.querySelector('form')?.dispatchEvent(new Event('submit'));
  await dialog.whenStable();
  expect(saved.slice(1)).toEqual([{ on: '2024-09-16', effectiveOn: '2024-10-01' }, 'closed']);
});

it('takes no day after the project’s end for what has to be asked for before', async () => {
  const findings = [{ level: 'warning', path: 'changes.0.kind', code: 'project-ended', params: { latest: '2024-08-31' } }];
  const view = { ...anAmendmentRow({ state: 'informally-checked', checkedOn: '2024-08-20' }), findings };
  surroundings([
    { provide: MAT_DIALOG_DATA, useValue: { action: 'submit', view, today: '2024-09-16', save: () => Promise.resolve(null) } },
    { provide: MatDialogRef, useValue: { id: 'dialog', close: () => undefined } },
  ]);
  const dialog = await render(StepDialog);
  const day = (dialog.nativeElement as HTMLElement).querySelector<HTMLInputElement>('#step-day')!;
  expect([day.min, day.max, day.value]).toEqual(['2024-08-20', '2024-08-31', '2024-08-31']);
});
