import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Me, QualityBoardView } from '@office/contracts';
import { DEFAULT_BOARD_RULES, tally } from '@office/domain';
import { aMe, aMembership, anActor, aProblem, aQualityBoard, aReviewQueueItem, CONSORTIUM, idOf } from '@office/testing';
import { control, signIn, surroundings, textOf } from '../../../../../test/render';
import { NavCounts } from '../../../shared/util-nav/nav-counts';
import { QualityBoardPage } from './quality-board-page';

const projectId = idOf('project', 1);
const address = `/api/projects/${projectId}/quality-board`;
const member = aMe({
  projects: [
    aMembership({
      roles: ['quality-board-member'],
      actor: anActor({ personId: idOf('person', 14), roles: ['quality-board-member'], beneficiaryId: CONSORTIUM.QUI.id }),
    }),
  ],
});
const awaited = aReviewQueueItem({ roundId: 'a', number: 'D1.3', title: 'First quality report', lead: { ...CONSORTIUM.AL } });
const own = aReviewQueueItem({ roundId: 'b', exclusion: 'leads-deliverable' });
const board = aQualityBoard({
  open: [awaited, own],
  closed: [
    {
      ...aReviewQueueItem({ roundId: 'c', number: 'D1.1', tally: tally(6, ['accept', 'accept', 'accept', 'reject'], DEFAULT_BOARD_RULES) }),
      closedAt: '2024-09-02T10:00:00.000Z',
      result: 'sign-off',
    },
  ],
});

describe('page Quality board', () => {
  let api: HttpTestingController;
  let page: ComponentFixture<QualityBoardPage>;

  beforeEach(() => {
    api = surroundings();
  });

  async function open(me: Me, answer: QualityBoardView): Promise<void> {
    await start(me);
    api.expectOne(address).flush(answer);
    await page.whenStable();
  }

  async function start(me: Me): Promise<void> {
    await signIn(me);
    page = TestBed.createComponent(QualityBoardPage);
    page.componentRef.setInput('projectId', projectId);
    TestBed.tick();
  }

  it('puts on top what awaits the verdict, and counts it in the navigation', async () => {
    await open(member, board);
    expect(textOf(page)).toMatch(/Awaiting your verdict\s?1 · 0 sent so far\s?D1\.3 First quality report/);
    expect(control(page, 'Review version 0.3').getAttribute('href')).toBe(
      `/p/${projectId}/deliverables/${awaited.deliverableId}?do=review`,
    );
    expect(TestBed.inject(NavCounts).of('quality-board')).toBe(1);
    api.verify();
  });

  it('shows what the own institution leads as excluded, with the reason', async () => {
    await open(member, board);
    expect(textOf(page)).toMatch(/Other open rounds\s?D2\.2 .*excluded Leads this deliverable: may answer, may not vote/);
  });

  it('tells the rules, the members and what was decided', async () => {
    await open(member, board);
    expect(textOf(page)).toContain('two thirds of the institutions that may vote');
    expect(textOf(page)).toContain('stays open for 14 days');
    expect(textOf(page)).toMatch(/Quang Ninh University of Industry\s?Quality board member QUI · 0 awaited, 0 sent\s?you/);
    expect(textOf(page)).toMatch(/University of Tuscia\s?Quality board member UNITUS · 0 awaited, 0 sent\s?chair/);
    expect(textOf(page)).toMatch(/D1\.1 .* 3 in favour, 1 against · 2 Sep 2024, 17:00\s?Signed off/);
  });

  it('shows others the same without a queue', async () => {
    await open(aMe(), { ...board, open: board.open.map((item) => ({ ...item, mayVote: false })) });
    expect(textOf(page)).not.toContain('Awaiting your verdict');
    expect(textOf(page)).not.toContain('Review version');
    expect(textOf(page)).toMatch(/Open rounds\s?D1\.3 First quality report/);
    expect(TestBed.inject(NavCounts).of('quality-board')).toBe(0);
  });

  it('offers to change rules, members and reviewers to who may, and to nobody else', async () => {
    const unappointed = [
      { deliverableId: 'd', number: 'D3.1', title: 'Guidelines', lead: { ...CONSORTIUM.UE }, dueOn: '2024-10-31', reviewers: 0 },
    ];
    await open(member, { ...board, unappointed });
    expect(textOf(page)).toMatch(/Reviewers to appoint.*D3\.1 Guidelines.*no reviewer yet/);
    expect(textOf(page)).not.toContain('Change');
    page.destroy();
    TestBed.resetTestingModule();
    api = surroundings();
    await open(aMe({ projects: [aMembership({ roles: ['project-coordinator'] })] }), { ...board, unappointed });
    for (const name of ['the rules of the board', 'the members of the board', 'Appoint reviewers'])
      expect(control(page, name)).toBeTruthy();
  });

  it('has words for a board with nothing to do', async () => {
    await open(member, aQualityBoard({ open: [] }));
    expect(textOf(page)).toContain('Nothing awaits your verdict');
    expect(textOf(page)).toContain('No other round is open');
    expect(textOf(page)).toContain('Nothing was decided yet');
  });

  it('offers to try again when the server is not ready', async () => {
    await start(member);
    api.expectOne(address).flush(aProblem({ status: 503, code: 'unavailable' }), { status: 503, statusText: 'Unavailable' });
    await page.whenStable();
    control(page, 'Try again').click();
    TestBed.tick();
    api.expectOne(address).flush(board);
    await page.whenStable();
    expect(textOf(page)).toContain('Awaiting your verdict');
  });
});
