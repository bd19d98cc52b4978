import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliverableView, ReviewRequest } from '@office/contracts';
import { aDeliverable, aMe, aProblem, aReviewRound, idOf } from '@office/testing';
import { click, loseTwice, signIn, surroundings, textOf } from '../../../../../test/render';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { DRAFT_PAUSE_MS } from './draft-keeper';
import { ReviewForm } from './review-form';

const round = aReviewRound();
const deliverable = aDeliverable({ state: 'in-review', rounds: [round] });
const draftAddress = `/api/projects/${idOf('project', 1)}/review-rounds/${round.id}/draft`;
const address = `/api/projects/${idOf('project', 1)}/review-rounds/${round.id}/reviews`;

describe('review form', () => {
  let api: HttpTestingController;
  let form: ComponentFixture<ReviewForm>;
  let confirms: boolean;
  let sent: DeliverableView[];
  let asked: unknown[];

  beforeEach(async () => {
    localStorage.clear();
    Element.prototype.scrollIntoView = () => undefined;
    confirms = true;
    sent = [];
    asked = [];
    api = surroundings([
      {
        provide: Dialogs,
        useValue: {
          confirm: () => Promise.resolve(confirms),
          open: (_: unknown, question: unknown) => Promise.resolve(asked.push(question)),
        },
      },
      { provide: DRAFT_PAUSE_MS, useValue: 60_000 },
    ]);
    await signIn(aMe());
    form = await open();
  });

  async function open(): Promise<ComponentFixture<ReviewForm>> {
    const fixture = TestBed.createComponent(ReviewForm);
    for (const [name, value] of Object.entries({ deliverable, round, fileHref: '/file' })) fixture.componentRef.setInput(name, value);
    TestBed.tick();
    api.expectOne({ method: 'GET', url: draftAddress }).error(new ProgressEvent('error'));
    await fixture.whenStable();
    fixture.componentInstance.sent.subscribe((view) => sent.push(view));
    return fixture;
  }

  const all = <T extends HTMLElement>(selector: string): T[] => [...(form.nativeElement as HTMLElement).querySelectorAll<T>(selector)];
  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await form.whenStable();
  };

  async function pick(name: string, value: string): Promise<void> {
    all<HTMLInputElement>(`input[name="${name}"][value="${value}"]`)[0]?.click();
    await form.whenStable();
  }

  async function scoreAll(score: string): Promise<void> {
    for (const criterion of ['relevance', 'completeness', 'quality', 'clarity', 'visibility']) await pick(criterion, score);
  }

  async function comment(text: string, kind: string): Promise<void> {
    await click(form, 'Add a comment');
    const field = all<HTMLTextAreaElement>('textarea').at(-1)!;
    field.value = text;
    field.dispatchEvent(new Event('input'));
    const kinds = all<HTMLInputElement>(`input[name^="kind-"][value="${kind}"]`);
    kinds.at(-1)?.click();
    await form.whenStable();
  }

  async function send(): Promise<void> {
    await click(form, 'Send review of version 0.3');
    await settled();
  }

  it('says next to each field what is missing, and sends nothing', async () => {
    await scoreAll('4');
    await pick('verdict', 'reject');
    await send();
    expect(textOf(form)).toContain('Explain the verdict in at least one major comment.');
    await comment('The figures are missing.', 'major');
    expect(textOf(form)).not.toContain('Explain the verdict');
    api.verify();
  });

  it('asks for scores and verdict only when the person tries to send', async () => {
    expect(textOf(form)).not.toContain('Give a score');
    await send();
    expect(all('.error').filter((element) => element.textContent.includes('Give a score from 1 to 5.'))).toHaveLength(5);
    expect(textOf(form)).toContain('Choose a verdict.');
    expect(document.activeElement?.getAttribute('name')).toBe('relevance');
  });

  it('sends scores, verdict and comments once it is confirmed', async () => {
    await scoreAll('5');
    await pick('verdict', 'minor-changes');
    await comment('A table would help.', 'advice');
    await send();
    const request = api.expectOne({ method: 'POST', url: address });
    expect(request.request.body).toEqual({
      scores: { relevance: 5, completeness: 5, quality: 5, clarity: 5, visibility: 5 },
      verdict: 'minor-changes',
      comments: [{ kind: 'advice', text: 'A table would help.' }],
    } satisfies ReviewRequest);
    request.flush(deliverable);
    await settled();
    expect(sent).toEqual([deliverable]);
    expect(localStorage).toHaveLength(0);
  });

  it('goes on writing when the person thinks again', async () => {
    confirms = false;
    await scoreAll('5');
    await pick('verdict', 'accept');
    await send();
    api.verify();
    expect(textOf(form)).toContain('Draft kept in this browser');
  });

  it('finds the draft again after the page was left', async () => {
    await pick('clarity', '3');
    await pick('verdict', 'major-changes');
    await comment('Section 3 is missing.', 'major');
    form.destroy();
    form = await open();
    const checked = all<HTMLInputElement>('input:checked').map((input) => [input.name, input.value]);
    expect(checked).toEqual([
      ['clarity', '3'],
      ['kind-0', 'major'],
      ['verdict', 'major-changes'],
    ]);
    expect(all<HTMLTextAreaElement>('textarea')[0]?.value).toBe('Section 3 is missing.');
    await comment('Second.', 'minor');
    expect(all('textarea')).toHaveLength(2);
  });

  it('looks into the file that is under review, without leaving the form', async () => {
    await click(form, 'Read it here');
    expect(asked).toMatchObject([{ deliverableId: deliverable.id, versionId: round.versionId, number: '0.3', href: '/file' }]);
  });

  it('removes a comment and keeps the others', async () => {
    await comment('First.', 'minor');
    await comment('Second.', 'minor');
    all<HTMLButtonElement>('.comment button')[0]?.click();
    await form.whenStable();
    expect(all<HTMLTextAreaElement>('textarea').map((field) => field.value)).toEqual(['Second.']);
  });

  it('keeps the draft when the server cannot be reached, and can send again', async () => {
    await scoreAll('4');
    await pick('verdict', 'accept');
    await send();
    await loseTwice(api, address);
    await settled();
    expect(textOf(form)).toContain('The server cannot be reached.');
    await send();
    api.expectOne(address).flush(deliverable);
    await settled();
    expect(sent).toHaveLength(1);
  });

  it.each(['already-reviewed', 'round-closed'] as const)('leads back to the page after %s', async (code) => {
    let behind = 0;
    form.componentInstance.behind.subscribe(() => behind++);
    await scoreAll('4');
    await pick('verdict', 'accept');
    await send();
    api.expectOne(address).flush(aProblem({ status: 409, code }), { status: 409, statusText: 'Conflict' });
    await settled();
    await click(form, 'Show how it stands now');
    expect(behind).toBe(1);
  });

  it('shows what the server finds', async () => {
    await scoreAll('4');
    await pick('verdict', 'accept');
    await send();
    const problem = aProblem({ status: 400, code: 'validation-failed', errors: [{ path: 'scores.clarity', code: 'score-out-of-range' }] });
    api.expectOne(address).flush(problem, { status: 400, statusText: 'Bad Request' });
    await settled();
    expect(textOf(form)).toContain('Something in the form is not right yet.');
    expect(all('#error-clarity')).toHaveLength(1);
  });
});
