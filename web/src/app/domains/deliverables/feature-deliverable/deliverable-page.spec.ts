import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliverableView, Me } from '@office/contracts';
import {
  aDeliverable,
  aHistoryItem,
  aMe,
  aMembership,
  anActor,
  aProblem,
  aReview,
  aReviewRound,
  aSignOff,
  CONSORTIUM,
  idOf,
} from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { Toasts } from '../../../shared/util-toast/toasts';
import { DeliverablePage } from './deliverable-page';
import { DeliverableStore } from './deliverable-store';
import type { SignOffQuestion } from './sign-off-dialog';

const project = idOf('project', 1);
const api = `/api/projects/${project}`;

const coordinator = aMe({
  projects: [aMembership({ roles: ['project-coordinator'], beneficiary: { ...CONSORTIUM.AL, timeZone: 'Europe/Rome' } })],
});
/** Phu Xuan University's seat on the board. */
const member = aMe({
  projects: [
    aMembership({
      roles: ['quality-board-member'],
      actor: anActor({ personId: idOf('person', 13), roles: ['quality-board-member'], beneficiaryId: CONSORTIUM.PXU.id }),
    }),
  ],
});

const verdicts = [CONSORTIUM.PXU, CONSORTIUM.AL, CONSORTIUM.HANU, CONSORTIUM.UE].map((beneficiary, index) =>
  aReview({ id: idOf('review', index + 1), beneficiaryId: beneficiary.id }),
);

describe('page of a deliverable', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;
  let confirms: boolean;
  let asked: unknown[];
  let problems: Promise<ReadProblem | null>[];
  const isSignOff = (question: unknown): question is SignOffQuestion =>
    typeof question === 'object' && question !== null && 'sign' in question;

  beforeEach(() => {
    Element.prototype.scrollIntoView = () => undefined;
    localStorage.clear();
    confirms = true;
    asked = [];
    problems = [];
    const answerTo = (question: unknown): Promise<boolean> => {
      asked.push(question);
      if (isSignOff(question)) problems.push(question.sign('strive-demo'));
      return Promise.resolve(confirms);
    };
    http = surroundings([
      provideRouter([{ path: 'p/:projectId/deliverables/:deliverableId', component: DeliverablePage }], withComponentInputBinding()),
      { provide: Dialogs, useValue: { confirm: answerTo, open: (_: unknown, question: unknown) => answerTo(question) } },
    ]);
  });

  const page = (): HTMLElement => harness.routeNativeElement!;
  const text = (): string => page().textContent.replace(/\s+/g, ' ');
  const button = (name: string): HTMLButtonElement =>
    [...page().querySelectorAll('button')].find((element) => element.textContent.trim().startsWith(name))!;

  async function open(view: DeliverableView, me: Me = aMe(), query = ''): Promise<void> {
    await signIn(me);
    harness = await RouterTestingHarness.create(`/p/${project}/deliverables/${view.id}${query}`);
    TestBed.tick();
    http.expectOne(`${api}/deliverables/${view.id}`).flush(view);
    await settled();
  }

  async function settled(): Promise<void> {
    await new Promise((resolve) => setTimeout(resolve));
    TestBed.tick();
  }

  /** As the event stream has it: the page shows something new under the reader's eyes. */
  function changedByOthers(view: DeliverableView): void {
    harness.routeDebugElement!.injector.get(DeliverableStore).page.set(view);
    TestBed.tick();
  }

  async function click(name: string): Promise<void> {
    button(name).click();
    await settled();
  }

  it('tells in one answer what the agreement says, what was uploaded and what happened', async () => {
    await open(aDeliverable({ dueMonth: 9 }));
    expect(page().querySelector('h1')?.textContent).toBe('D2.2 Report on the seminar in Quang Ninh');
    expect(text()).toContain('R · document, report');
    expect(text()).toContain('PU · public');
    expect(text()).toContain('30 Sep 2024 · M9 · in 16 days');
    expect(text()).toContain('€66,800 WP2, 7 partners');
    expect(text()).toContain('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08');
    expect(text()).toContain('Version 0.3 uploaded');
    const download = page().querySelector('a[download]');
    expect(download?.getAttribute('href')).toBe(`${api}/deliverables/${idOf('deliverable', 22)}/versions/${idOf('version', 3)}/file`);
    http.verify();
  });

  it('shows the board with verdicts, who is awaited, and who is excluded and why', async () => {
    await open(aDeliverable({ state: 'in-review', round: 1, rounds: [aReviewRound()] }));
    expect(text()).toContain('closes 16 Sep 2024, 23:59 Rome · 17 Sep, 04:59 Ho Chi Minh · quorum 4 of 6 · two thirds to sign off');
    expect(text()).toContain('1 of 6 verdicts in · 1 in favour, 0 against · 3 verdicts short of the quorum of 4');
    expect(text()).toContain('Not reviewed yet · closes in 2 days');
    expect(text()).toMatch(/Quang Ninh University of Industry\s+Leads this deliverable: may answer, may not vote\s?excluded/);
    expect(text()).toContain('The figures of the second survey are missing.');
  });

  it('sends a version to the board with the version that the person saw, once it is confirmed', async () => {
    const view = aDeliverable({ version: 4 });
    await open(view);
    confirms = false;
    await click('Open review of version 0.3');
    http.verify();
    confirms = true;
    await click('Open review of version 0.3');
    const request = http.expectOne({ method: 'POST', url: `${api}/deliverables/${view.id}/review-rounds` });
    expect(request.request.headers.get('If-Match')).toBe('"4"');
    request.flush(aDeliverable({ version: 5, state: 'in-review', round: 1, rounds: [aReviewRound({ reviews: [] })] }));
    await settled();
    expect(text()).toContain('In review · round 1');
    expect(TestBed.inject(Toasts).list()[0]?.text).toBe('Version 0.3 of D2.2 is with the quality board');
  });

  it('shows at once what somebody else made of it meanwhile', async () => {
    const view = aDeliverable({ state: 'signed-off', version: 4, signOff: aSignOff() });
    await open(view, coordinator);
    await click('Approve version 0.3');
    const history = [aHistoryItem({ event: 'deliverable.approved', at: '2024-09-16T09:58:00.000Z' }), ...view.history];
    const current = aDeliverable({ state: 'approved', version: 5, signOff: aSignOff(), history });
    http
      .expectOne(`${api}/deliverables/${view.id}/approval`)
      .flush(aProblem({ status: 412, code: 'precondition-failed', current }), { status: 412, statusText: 'Precondition Failed' });
    await settled();
    expect(TestBed.inject(Toasts).list()[0]).toMatchObject({ tone: 'problem', text: 'Somebody changed this after you opened it.' });
    expect(button('Mark as submitted to EACEA')).toBeDefined();
    expect(page().querySelector('.meanwhile')?.textContent).toMatch(/Nothing was done: somebody else was faster\.[\s\S]*Approved/);
    await click('Understood');
    expect(page().querySelector('.meanwhile')).toBeNull();
  });

  it('takes a step on what was shown when it was asked for, whatever came since', async () => {
    const view = aDeliverable({ version: 4 });
    await open(view);
    let confirm = (_: boolean): void => undefined;
    TestBed.inject(Dialogs).confirm = () => new Promise((resolve) => (confirm = resolve));
    await click('Open review of version 0.3');
    changedByOthers(aDeliverable({ version: 6, latestVersion: '0.5' }));
    confirm(true);
    await settled();
    const { request } = http.expectOne({ method: 'POST', url: `${api}/deliverables/${view.id}/review-rounds` });
    expect(request.headers.get('If-Match')).toBe('"4"');
  });

  it('keeps a review that is being written, also when its round closes meanwhile', async () => {
    const view = aDeliverable({ state: 'in-review', round: 1, rounds: [aReviewRound({ reviews: [] })] });
    await open(view, member, '?do=review');
    await harness.fixture.whenStable();
    changedByOthers(aDeliverable({ state: 'signed-off', rounds: [aReviewRound({ closedAt: '2024-09-16T09:58:00.000Z' })] }));
    await settled();
    expect(text()).toContain('Signed off');
    expect(text()).toContain('Your review of version 0.3');
  });

  it('asks for the decision with the votes and the hash of exactly this file', async () => {
    const view = aDeliverable({ state: 'in-review', round: 1, rounds: [aReviewRound({ reviews: verdicts })] });
    await open(view, member);
    await click('Sign off version 0.3');
    expect(asked).toMatchObject([
      { action: 'Sign off version 0.3', tally: { cast: 4, inFavour: 4 }, version: { sha256: view.versions[0]?.sha256 } },
    ]);
    const sent = http.expectOne({ method: 'POST', url: `${api}/review-rounds/${idOf('round', 1)}/sign-off` });
    expect(sent.request.body).toEqual({ password: 'strive-demo' });
    sent.flush(aDeliverable({ state: 'signed-off' }));
    await settled();
    expect(await problems[0]).toBeNull();
    expect(text()).toContain('Signed off');
  });

  it('loads the page again when the round was decided by another member', async () => {
    const view = aDeliverable({ state: 'in-review', round: 1, rounds: [aReviewRound({ reviews: verdicts })] });
    await open(view, member);
    await click('Sign off version 0.3');
    http
      .expectOne(`${api}/review-rounds/${idOf('round', 1)}/sign-off`)
      .flush(aProblem({ status: 409, code: 'already-signed-off' }), { status: 409, statusText: 'Conflict' });
    await settled();
    expect(await problems[0]).toMatchObject({ code: 'already-signed-off' });
    http.expectOne(`${api}/deliverables/${view.id}`).flush(aDeliverable({ state: 'signed-off', signOff: aSignOff() }));
    await settled();
    expect(text()).toContain('Signed off');
    expect(button('Sign off')).toBeUndefined();
  });

  it('says why a step is not possible', async () => {
    await open(aDeliverable({ state: 'in-review', round: 1, rounds: [aReviewRound({ reviews: verdicts.slice(0, 1) })] }), member);
    const signOff = button('Sign off version 0.3');
    expect(signOff.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(signOff.getAttribute('aria-describedby')!)?.textContent).toBe('3 verdicts short of the quorum of 4.');
  });

  it('opens the form that the address asks for', async () => {
    await open(aDeliverable({ state: 'in-review', round: 1, rounds: [aReviewRound({ reviews: [] })] }), member, '?do=review');
    await harness.fixture.whenStable();
    expect(text()).toContain('Your review of version 0.3');
  });

  it('asks for it no more once it is closed', async () => {
    await open(aDeliverable({ state: 'drafting' }), aMe(), '?do=upload');
    await harness.fixture.whenStable();
    await click('Cancel');
    await settled();
    expect(text()).not.toContain('Drop the file here');
    expect(TestBed.inject(Router).url).toBe(`/p/${project}/deliverables/${aDeliverable().id}`);
  });

  it('opens no form for somebody who may not use it', async () => {
    await open(aDeliverable({ state: 'in-review', round: 1, rounds: [aReviewRound()] }), aMe(), '?do=review');
    expect(text()).not.toContain('Your review of version');
  });

  it("shows EACEA's reason when it asked for a revision", async () => {
    await open(aDeliverable({ state: 'revision-requested', answerReason: 'The annex is not signed.' }));
    expect(text()).toMatch(/EACEA asked for a revision\s?The annex is not signed\./);
    expect(button('Upload version 0.4').getAttribute('aria-disabled')).not.toBe('true');
  });

  it('says that there is no such deliverable', async () => {
    await signIn(aMe());
    harness = await RouterTestingHarness.create(`/p/${project}/deliverables/unknown`);
    TestBed.tick();
    http.expectOne(`${api}/deliverables/unknown`).flush(aProblem(), { status: 404, statusText: 'Not Found' });
    await settled();
    expect(text()).toContain('This does not exist, or not for you.');
    expect([...page().querySelectorAll('a')].map((link) => link.textContent.trim())).toContain('Go to your work');
  });
});
