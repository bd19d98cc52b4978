import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ReviewerCandidateView, ReviewerChoiceView } from '@office/contracts';
import { aDeliverable, aMe, aProblem, CONSORTIUM, idOf } from '@office/testing';
import { click, signIn, surroundings, textOf } from '../../../../../../test/render';
import { AppointDialog } from './appoint-dialog';

const address = `/api/projects/${idOf('project', 1)}/deliverables/d1/reviewers`;
const candidate = (membershipId: string, part: Partial<ReviewerCandidateView>): ReviewerCandidateView => ({
  membershipId,
  name: `Member ${membershipId}`,
  beneficiary: { ...CONSORTIUM.PXU },
  country: 'VN',
  origin: 'partner-country',
  load: 0,
  appointed: false,
  suggested: false,
  exclusion: null,
  reasons: ['more-load'],
  ...part,
});
const choice: ReviewerChoiceView = {
  version: 5,
  needed: 2,
  origins: ['eu', 'partner-country'],
  candidates: [
    candidate('a', { suggested: true, reasons: ['least-load', 'origin-needed'] }),
    candidate('b', { suggested: true, country: 'PT', origin: 'eu', beneficiary: { ...CONSORTIUM.UE } }),
    candidate('c', { load: 3 }),
    candidate('d', { exclusion: 'leads-deliverable', reasons: ['conflict'] }),
  ],
};

describe('appointing reviewers', () => {
  let api: HttpTestingController;
  let dialog: ComponentFixture<AppointDialog>;
  let closedWith: unknown[];

  beforeEach(() => {
    closedWith = [];
    api = surroundings([
      { provide: MAT_DIALOG_DATA, useValue: { deliverableId: 'd1', deliverable: 'D1.3 First quality report' } },
      { provide: MatDialogRef, useValue: { id: 'dialog', close: (value: unknown) => closedWith.push(value) } },
    ]);
  });

  async function open(view = choice): Promise<void> {
    await signIn(aMe());
    dialog = TestBed.createComponent(AppointDialog);
    TestBed.tick();
    api.expectOne(address).flush(view);
    await dialog.whenStable();
  }

  const boxes = (): HTMLInputElement[] => [...(dialog.nativeElement as HTMLElement).querySelectorAll<HTMLInputElement>('input')];
  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await dialog.whenStable();
  };
  async function submit(): Promise<void> {
    (dialog.nativeElement as HTMLElement).querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await settled();
  }

  it('begins with the suggestion, tells its reasons, and keeps conflicts out', async () => {
    await open();
    expect(boxes().map((box) => [box.checked, box.disabled])).toEqual([
      [true, false],
      [true, false],
      [false, false],
      [false, true],
    ]);
    expect(textOf(dialog)).toContain('The rules ask for 2 reviewers, at least one from the EU and one from a partner country.');
    expect(textOf(dialog)).toContain('has least to review, stands for its side of the consortium');
    expect(textOf(dialog)).toContain('Portugal');
    expect(textOf(dialog)).toContain('Leads this deliverable');
  });

  it('begins with who is appointed, and goes back to the suggestion', async () => {
    await open({ ...choice, candidates: choice.candidates.map((one) => ({ ...one, appointed: one.membershipId === 'c' })) });
    expect(boxes().map((box) => box.checked)).toEqual([false, false, true, false]);
    await click(dialog, 'Take the suggestion');
    expect(boxes().map((box) => box.checked)).toEqual([true, true, false, false]);
  });

  it('appoints on the version that was seen', async () => {
    await open();
    boxes()[0]?.click();
    boxes()[2]?.click();
    await submit();
    const { request, flush } = { request: api.expectOne({ method: 'PUT', url: address }), flush: aDeliverable() };
    expect([request.request.headers.get('If-Match'), request.request.body]).toEqual(['"5"', { membershipIds: ['b', 'c'] }]);
    request.flush(flush);
    await settled();
    expect(closedWith).toEqual([aDeliverable()]);
  });

  it('stays with what was chosen when the rules ask for more', async () => {
    await open();
    boxes()[0]?.click();
    await submit();
    api
      .expectOne({ method: 'PUT', url: address })
      .flush(aProblem({ status: 409, code: 'reviewers-incomplete' }), { status: 409, statusText: 'Conflict' });
    await settled();
    expect(textOf(dialog)).toContain('The rules of the board ask for more reviewers');
    expect(boxes()[1]?.checked).toBe(true);
    expect(closedWith).toEqual([]);
  });
});
