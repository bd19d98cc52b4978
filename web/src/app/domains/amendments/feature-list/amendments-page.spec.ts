import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { AmendmentsView, Me } from '@office/contracts';
import { aMe, aMembership, anAgreement, anAmendmentRow, anAmendmentsView, idOf } from '@office/testing';
import { control, signIn, surroundings, textOf } from '../../../../../test/render';
import { AmendmentsPage } from './amendments-page';

const project = idOf('project', 1);
const coordinator = aMe({ projects: [aMembership({ roles: ['project-coordinator'] })] });
const SUBMITTED = { state: 'submitted', submittedOn: '2024-09-02', answerDueOn: '2024-10-17' } as const;
const ACCEPTED = { state: 'accepted', label: '1', effectiveOn: '2024-08-09', decidedOn: '2024-08-09', inForce: true } as const;

describe('amendments', () => {
  let api: HttpTestingController;
  beforeEach(() => {
    api = surroundings();
  });

  async function open(view: AmendmentsView, me: Me = coordinator): Promise<ComponentFixture<AmendmentsPage>> {
    await signIn(me);
    const fixture = TestBed.createComponent(AmendmentsPage);
    fixture.componentRef.setInput('projectId', project);
    TestBed.tick();
    api.expectOne(`/api/projects/${project}/amendments`).flush(view);
    await fixture.whenStable();
    return fixture;
  }

  it('tells of a submitted one until when EACEA answers, in both zones, and of each version since when it counts', async () => {
    const page = await open(
      anAmendmentsView({
        agreement: anAgreement({ agreed: 1, inForce: 1 }),
        items: [anAmendmentRow(SUBMITTED), anAmendmentRow({ id: idOf('amendment', 2), title: 'One month more', ...ACCEPTED })],
      }),
    );
    const text = textOf(page);
    expect(text).toContain('17 Oct 2024');
    expect(text).toContain('23:59 Rome · 04:59 +1 Ho Chi Minh');
    expect(text).toContain('After amendment 1One month morefrom 9 Aug 2024in force');
    expect(text).toContain('As signed1 Jan 2024 – 8 Aug 2024');
  });

  it('lets the project coordinator prepare one, and nobody else', async () => {
    expect(control(await open(anAmendmentsView()), 'Prepare an amendment').hasAttribute('disabled')).toBe(false);
    TestBed.resetTestingModule();
    api = surroundings();
    expect(textOf(await open(anAmendmentsView(), aMe()))).not.toContain('Prepare an amendment');
  });

  it('leads to the plan itself while the agreement is not signed', async () => {
    const page = await open(anAmendmentsView({ agreement: anAgreement({ locked: false, lockedOn: null }), items: [] }));
    expect(control(page, 'Edit the plan').getAttribute('href')).toContain('plan');
    expect(textOf(page)).not.toContain('Prepare an amendment');
  });
});
