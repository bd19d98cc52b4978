import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PlanEditView } from '@office/contracts';
import { aMe, aMembership, anAgreement, aPlan, aPlanDeliverable, aPlanEdit, idOf, planId } from '@office/testing';
import { click, control, signIn, surroundings, textOf } from '../../../../../test/render';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import type { ChangeTask } from '../feature-change/change-task';
import { PlanEditPage } from './plan-edit-page';

const api = `/api/projects/${idOf('project', 1)}`;
const open = anAgreement({ locked: false, lockedOn: null });
const late = aPlanDeliverable({ number: 'D2.9', id: planId('D2.9'), dueMonth: 60 });

describe('the plan before the agreement is signed', () => {
  let http: HttpTestingController;
  let asked: unknown[];
  beforeEach(() => {
    asked = [];
    const answer = (_: unknown, question: unknown): Promise<void> => {
      asked.push(question);
      return Promise.resolve();
    };
    http = surroundings([{ provide: Dialogs, useValue: { open: answer } }]);
  });

  async function page(view: PlanEditView): Promise<ComponentFixture<PlanEditPage>> {
    await signIn(aMe({ projects: [aMembership({ roles: ['project-coordinator'] })] }));
    const fixture = TestBed.createComponent(PlanEditPage);
    fixture.componentRef.setInput('projectId', idOf('project', 1));
    TestBed.tick();
    http.expectOne(`${api}/plan-changes`).flush(view);
    await fixture.whenStable();
    return fixture;
  }

  it('lists every finding about the whole plan, and is not signed with an error', async () => {
    const fixture = await page(aPlanEdit({ agreement: open, plan: aPlan({ deliverables: [late] }) }));
    expect(textOf(fixture)).toContain('Error: D2.9 in M60 lies outside of the project (M1–M48).');
    expect(control(fixture, 'Record the signature').getAttribute('aria-disabled')).toBe('true');
  });

  it('makes a change at once, with the version of the agreement that was seen', async () => {
    const fixture = await page(aPlanEdit({ agreement: open, version: 7 }));
    await click(fixture, 'Change something');
    const change = { kind: 'deliverable.due', id: planId('D2.2'), dueMonth: 11 } as const;
    const done = (asked[0] as ChangeTask).save(change, '');
    const request = http.expectOne({ method: 'POST', url: `${api}/plan-changes` });
    expect(request.request.headers.get('If-Match')).toBe('"7"');
    expect(request.request.body).toEqual({ changes: [change], note: '' });
    const deliverables = [aPlanDeliverable({ dueMonth: 11 })];
    request.flush(aPlanEdit({ agreement: open, plan: aPlan({ deliverables }), version: 8 }));
    expect(await done).toBeNull();
    await fixture.whenStable();
    expect(textOf(fixture)).toContain('30 Nov 2024 · M11');
  });
});
