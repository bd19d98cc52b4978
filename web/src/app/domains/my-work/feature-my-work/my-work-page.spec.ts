import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { MyWorkView } from '@office/contracts';
import { aDeliverableRow, aMe, aMembership, aMyWork, aProblem, aTodo, idOf } from '@office/testing';
import { click, control, signIn, surroundings, textOf } from '../../../../../test/render';
import { NavCounts } from '../../../shared/util-nav/nav-counts';
import { MyWorkPage } from './my-work-page';

const projectId = idOf('project', 1);
const address = `/api/projects/${projectId}/my-work`;

describe('page My work', () => {
  let api: HttpTestingController;

  beforeEach(async () => {
    api = surroundings();
    await signIn(aMe());
  });

  async function open(answer: MyWorkView) {
    const fixture = await started();
    api.expectOne(address).flush(answer);
    await fixture.whenStable();
    return fixture;
  }

  async function started() {
    const fixture = TestBed.createComponent(MyWorkPage);
    fixture.componentRef.setInput('projectId', projectId);
    TestBed.tick();
    return Promise.resolve(fixture);
  }

  it('needs one request and tells the rest by itself', async () => {
    const fixture = await open(aMyWork());
    expect(textOf(fixture)).toContain('Quang Ninh University of Industry');
    expect(textOf(fixture)).toContain('times shown in Asia/Ho_Chi_Minh');
    expect(textOf(fixture)).toContain('€9,000 of €46,300');
    api.verify();
  });

  it('words the to do list by what is to be done and counts it in the navigation', async () => {
    const todo = [
      aTodo({ kind: 'update-task', number: 'T2.4', deliverableId: null, taskId: idOf('task', 24), dueOn: '2024-08-31', late: true }),
      aTodo({ kind: 'review', number: 'D1.3', dueOn: '2024-09-16', dueAt: '2024-09-16T21:59:00.000Z' }),
    ];
    const fixture = await open(aMyWork({ todo }));
    expect(textOf(fixture)).toMatch(/\u221214 days 31 Aug\s?Report on T2\.4/);
    expect(textOf(fixture)).toMatch(/2 days 16 Sep\s?Review D1\.3/);
    expect(textOf(fixture)).toContain('until 23:59 Rome · 04:59 +1 Ho Chi Minh');
    expect(TestBed.inject(NavCounts).of('my-work')).toBe(2);
  });

  it('lets the person choose what to upload when several wait', async () => {
    const items = [aDeliverableRow(), aDeliverableRow({ id: idOf('deliverable', 23), number: 'D2.3', title: 'Guide' })];
    const fixture = await open(aMyWork({ deliverables: { ...aMyWork().deliverables, items } }));
    await click(fixture, 'Upload a deliverable');
    expect(control(fixture, 'Guide').getAttribute('href')).toBe(`/p/${projectId}/deliverables/${idOf('deliverable', 23)}?do=upload`);
  });

  it('says why there is nothing to upload', async () => {
    const items = [aDeliverableRow({ state: 'accepted' })];
    const fixture = await open(aMyWork({ deliverables: { ...aMyWork().deliverables, items } }));
    expect(control(fixture, 'Upload a deliverable').getAttribute('aria-disabled')).toBe('true');
    expect(textOf(fixture)).toContain('No deliverable that you may upload to waits for a version.');
  });

  it('makes the review that closes next the primary action of who has nothing to upload', async () => {
    await signIn(aMe({ projects: [aMembership({ roles: ['quality-board-member'] })] }));
    const fixture = await open(aMyWork({ todo: [aTodo({ kind: 'review', number: 'D1.3', deliverableId: idOf('deliverable', 13) })] }));
    expect(control(fixture, 'Review D1.3').getAttribute('href')).toBe(`/p/${projectId}/deliverables/${idOf('deliverable', 13)}?do=review`);
    expect(textOf(fixture)).not.toContain('Upload a deliverable');
  });

  it('folds away what EACEA has and what is planned for later years, and unfolds it', async () => {
    const items = [
      aDeliverableRow(),
      aDeliverableRow({ id: idOf('deliverable', 11), title: 'Partnership agreement', state: 'accepted' }),
      aDeliverableRow({ id: idOf('deliverable', 44), title: 'Infosheets', state: 'planned', dueMonth: 37 }),
    ];
    const fixture = await open(aMyWork({ ribbon: [], todo: [], deliverables: { ...aMyWork().deliverables, items } }));
    expect(textOf(fixture)).not.toContain('Partnership agreement');
    expect(textOf(fixture)).not.toContain('Infosheets');
    await click(fixture, 'Show all 3, with what EACEA has and what is planned for later years');
    expect(textOf(fixture)).toContain('Partnership agreement');
    expect(textOf(fixture)).toContain('Infosheets');
  });

  it('speaks of the project, not of an institution, to somebody who belongs to none', async () => {
    await signIn(aMe({ projects: [aMembership({ roles: ['observer'], beneficiary: null })] }));
    const items = [aDeliverableRow({ part: null })];
    const share = { currency: 'EUR', totalCents: 0, doneCents: 0 };
    const fixture = await open(aMyWork({ beneficiary: null, share, todo: [], deliverables: { ...aMyWork().deliverables, items } }));
    expect(textOf(fixture)).toContain('The project as a whole');
    expect(textOf(fixture)).not.toMatch(/[Aa]ssigned deliverables|Your part|Lump-sum share|Upload/);
  });

  it('has words for having nothing at all', async () => {
    const fixture = await open(
      aMyWork({ todo: [], workPackages: [], nextDue: null, deliverables: { ...aMyWork().deliverables, assigned: 0, items: [] } }),
    );
    expect(textOf(fixture)).toContain('Nothing waits for you');
    expect(textOf(fixture)).toContain('No deliverable is assigned to your institution');
    expect(textOf(fixture)).toContain('Your institution takes part in no work package');
  });

  it('offers to try again when the server is not ready', async () => {
    const fixture = await started();
    api.expectOne(address).flush(aProblem({ status: 503, code: 'unavailable' }), { status: 503, statusText: 'Unavailable' });
    await fixture.whenStable();
    expect(textOf(fixture)).toContain('The server is not ready right now.');
    control(fixture, 'Try again').click();
    TestBed.tick();
    api.expectOne(address).flush(aMyWork());
    await fixture.whenStable();
    expect(textOf(fixture)).toContain('Assigned deliverables');
  });
});
