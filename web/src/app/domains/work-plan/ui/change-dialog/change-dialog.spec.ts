import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { describe, expect, it } from '@jest/globals';
import { plainDate } from '@office/domain';
import { aMe, aMembership, anAgreement, anAmendment, anAmendmentsView, idOf } from '@office/testing';
import { render, signIn, surroundings, textOf } from '../../../../../../test/render';
import { Toasts } from '../../../../shared/util-toast/toasts';
import { unmoved } from '../../data/bar-move';
import { ChangeDialog } from './change-dialog';
import type { ChangeResult, ChangeSubject } from './change-subject';

const project = `/api/projects/${idOf('project', 1)}`;
const subject = { kind: 'milestone', id: idOf('milestone', 1), number: 'MS3', title: 'Guide', startMonth: 24, endMonth: 24 } as const;
const data: ChangeSubject = { move: unmoved(subject), start: plainDate('2024-01-01'), durationMonths: 54 };
const RULE = 'A whole month from M1 to M54.';

describe('dialog "Plan a change"', () => {
  let api: HttpTestingController;
  let dialog: ComponentFixture<ChangeDialog>;
  let closedWith: (ChangeResult | undefined)[];

  const host = (): HTMLElement => dialog.nativeElement as HTMLElement;
  const button = () => [...host().querySelectorAll('button')].find(({ textContent }) => textContent.includes('Add to draft amendment'));
  const intended = () => host().querySelector('dd b')?.textContent;
  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  };

  async function due(month: string): Promise<void> {
    const field = host().querySelector<HTMLInputElement>('#change-end')!;
    field.value = month;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    TestBed.tick();
    await settled();
  }

  async function judged(month: string): Promise<void> {
    await due(month);
    const request = api.expectOne(`${project}/plan-changes/classification`);
    expect(request.request.body).toMatchObject({ changes: [{ kind: 'milestone.due', dueMonth: Number(month) }] });
    request.flush({ class: 'amendment', changes: [], findings: [] });
    await settled();
  }

  async function open(opened: ChangeSubject): Promise<void> {
    closedWith = [];
    api = surroundings([
      { provide: MAT_DIALOG_DATA, useValue: opened },
      { provide: MatDialogRef, useValue: { id: 'dialog', close: (answer?: ChangeResult) => closedWith.push(answer) } },
    ]);
    await signIn(aMe({ projects: [aMembership({ roles: ['project-coordinator'] })] }));
    const rendering = render(ChangeDialog);
    TestBed.tick();
    api.expectOne(`${project}/amendments`).flush(anAmendmentsView({ agreement: anAgreement(), items: [] }));
    dialog = await rendering;
  }

  it('refuses a last month before the first where it is typed', async () => {
    const task = { ...subject, kind: 'task', startMonth: 20, endMonth: 24 } as const;
    await open({ ...data, move: unmoved(task) });
    await due('19');
    expect(host().querySelector('#change-end-rule')?.textContent).toBe('The last month comes before the first.');
    expect(host().querySelector('#change-end')?.getAttribute('aria-invalid')).toBe('true');
    expect(intended()).toBe('–');
    api.expectNone({ method: 'POST' });
    await due('20');
    expect(host().querySelector('#change-end-rule')).toBeNull();
    api.expectOne(`${project}/plan-changes/classification`);
  });

  it.each(['99', '', '0', '2.5'])(
    'judges what stands in the field: with "%s" the rule is told there and nothing can be added',
    async (typed) => {
      await open(data);
      await judged('27');
      expect(intended()).toContain('M27');
      expect(button()?.getAttribute('aria-disabled')).not.toBe('true');

      await due(typed);
      expect(host().querySelector('#change-end-rule')?.textContent).toBe(RULE);
      expect(host().querySelector('#change-end')?.getAttribute('aria-invalid')).toBe('true');
      expect(intended()).toBe('–');
      expect(button()?.getAttribute('aria-disabled')).toBe('true');
      button()?.click();
      await settled();
      api.expectNone({ method: 'POST' });

      await judged('28');
      expect(textOf(dialog)).not.toContain(RULE);
      expect(intended()).toContain('M28');
      expect(button()?.getAttribute('aria-disabled')).not.toBe('true');
    },
  );

  it('adds nothing while other months are being judged, nor for the months it has', async () => {
    await open(data);
    await judged('27');
    await due('28');
    expect(button()?.getAttribute('aria-disabled')).toBe('true');
    await due('24');
    expect(button()?.getAttribute('aria-disabled')).toBe('true');
  });

  it('leads to the draft that took the change', async () => {
    await open(data);
    await judged('27');
    button()?.click();
    TestBed.tick();
    const request = api.expectOne({ method: 'POST', url: `${project}/amendments` });
    expect(request.request.body).toMatchObject({ title: 'MS3: M27', changes: [{ dueMonth: 27 }] });
    const amendment = anAmendment();
    request.flush(amendment);
    await settled();
    expect(closedWith).toEqual(['added']);
    const link = { label: 'Open the draft', to: ['/p', idOf('project', 1), 'amendments', amendment.id] };
    expect(TestBed.inject(Toasts).list()).toMatchObject([{ link }]);
  });
});
