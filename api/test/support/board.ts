import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DeliverableView, ReviewRequest } from '@office/contracts';
import { isInFavour, isOpenMajor, type ProjectRole, type Verdict } from '@office/domain';
import { aReviewRequest } from '@office/testing';
import type { ProjectActor } from '../../src/core/http/access.js';
import { ProblemError } from '../../src/core/http/problem.js';
import { DeliverablesService } from '../../src/modules/deliverables/deliverables.service.js';
import { QualityBoardService } from '../../src/modules/quality-board/quality-board.service.js';
import { ReviewCommentsService } from '../../src/modules/quality-board/review-comments.service.js';
import type { TestOffice } from './office.js';
import { importStrive, type Member, type TestProject } from './project.js';
import type { StriveFile } from './strive.js';

/** A person of the project as the services know one, and as HTTP does. */
export interface TestActor extends ProjectActor {
  readonly member: Member;
}

export const PARTNERS = ['AL', 'HANU', 'PXU', 'QUI', 'APAG', 'UÉ', 'UNITUS'] as const;
export type Partner = (typeof PARTNERS)[number];

/** STRIVE with the people who carry a deliverable from draft to EACEA, and the steps they take. */
export interface BoardRoom {
  readonly strive: TestProject;
  readonly deliverables: DeliverablesService;
  readonly qualityBoard: QualityBoardService;
  readonly comments: ReviewCommentsService;
  readonly coordinator: TestActor;
  /** Leads D2.2. */
  readonly lead: TestActor;
  readonly observer: TestActor;
  member(partner: Partner): TestActor;
  actor(email: string, roles: readonly ProjectRole[], partner: Partner | null): Promise<TestActor>;
  upload(id: string, content: string, file?: { fileName?: string; by?: TestActor; seen?: number }): Promise<DeliverableView>;
  /** Uploads a version and opens a round on it. */
  openRound(id: string, content: string): Promise<DeliverableView>;
  vote(roundId: string, partner: Partner, verdict: Verdict): Promise<DeliverableView>;
  /** The lead answers each major comment, and whoever made it agrees. */
  settleComments(id: string): Promise<void>;
  /** Opens a round in which these partners have voted; answers the page. */
  voted(id: string, content: string, votes: readonly (readonly [Partner, Verdict])[]): Promise<DeliverableView>;
}

/** A major comment where the verdict needs one; what is accepted has none that stands in the way. */
export const reviewWith = (verdict: Verdict): ReviewRequest =>
  aReviewRequest({
    verdict,
    comments: [{ kind: isInFavour(verdict) ? 'minor' : 'major', anchor: 'Section 3', text: 'The figures of the survey are missing.' }],
  });

/** Content that is a PDF by its first bytes. */
export const pdf = (text: string): Buffer => Buffer.from(`%PDF-1.7\n% ${text}\n%%EOF\n`);

/** The round that the page shows first: the newest. */
export const roundOf = (view: DeliverableView): DeliverableView['rounds'][number] => view.rounds[0]!;

/** What a test's file does not say of the EU, somebody has seen in the newest version; nothing then keeps it from a sign-off. */
export async function confirmChecks(office: TestOffice, deliverableId: string): Promise<void> {
  await office.sql(
    `INSERT INTO version_confirmation (project_id, id, version_id, item, person_id, confirmed_at)
     SELECT s.project_id, gen_random_uuid(), s.latest_version_id, item, v.author_id, v.created_at
     FROM deliverable_status s
     JOIN deliverable_version v ON v.project_id = s.project_id AND v.id = s.latest_version_id
     CROSS JOIN unnest(ARRAY['emblem-and-statement', 'disclaimer']) AS item
     WHERE s.deliverable_id = $1 ON CONFLICT DO NOTHING`,
    [deliverableId],
  );
}

export async function openBoardRoom(office: TestOffice, change?: (file: StriveFile) => void): Promise<BoardRoom> {
  const strive = await importStrive(office, change);
  const deliverables = office.app.get(DeliverablesService);
  const qualityBoard = office.app.get(QualityBoardService);
  const comments = office.app.get(ReviewCommentsService);
  const actor: BoardRoom['actor'] = async (email, roles, partner) => {
    const member = await strive.addMember(`${email}@university.example`, roles, partner);
    const { personId, membershipId } = member;
    return { personId, membershipId, roles, beneficiaryId: partner && strive.idOf(partner), projectId: strive.projectId, member };
  };
  const coordinator = await actor('coordinator', ['project-coordinator'], 'AL');
  const lead = await actor('lead', ['partner-coordinator'], 'QUI');
  const observer = await actor('observer', ['observer'], null);
  const members = new Map<Partner, TestActor>();
  for (const partner of PARTNERS)
    members.set(partner, await actor(`board-${partner === 'UÉ' ? 'ue' : partner.toLowerCase()}`, ['quality-board-member'], partner));
  const member: BoardRoom['member'] = (partner) => members.get(partner)!;
  const versionOf = async (id: string): Promise<number> => (await deliverables.view(coordinator, id)).version;
  const upload: BoardRoom['upload'] = async (id, content, { fileName = 'report.pdf', by = lead, seen } = {}) =>
    deliverables.uploadVersion(by, id, seen ?? (await versionOf(id)), { fileName, note: '', stream: Readable.from(pdf(content)) });
  const openRound: BoardRoom['openRound'] = async (id, content) => {
    const { version } = await upload(id, content);
    await confirmChecks(office, id);
    return deliverables.openReview(lead, id, version);
  };
  const vote: BoardRoom['vote'] = (roundId, partner, verdict) => qualityBoard.sendReview(member(partner), roundId, reviewWith(verdict));
  const settleComments: BoardRoom['settleComments'] = async (id) => {
    const { rounds } = await deliverables.view(coordinator, id);
    const majors = rounds.flatMap(({ reviews }) =>
      reviews.flatMap((review) => review.comments.filter(isOpenMajor).map((one) => ({ ...one, review }))),
    );
    for (const { id: comment, review } of majors) {
      await comments.answer(lead, comment, 'Added in the next version.');
      await comments.agree(member(review.by.beneficiary as Partner), comment, { agreed: true });
    }
  };
  const voted: BoardRoom['voted'] = async (id, content, votes) => {
    const round = roundOf(await openRound(id, content));
    for (const [partner, verdict] of votes) await vote(round.id, partner, verdict);
    return deliverables.view(coordinator, id);
  };
  return {
    strive,
    deliverables,
    qualityBoard,
    comments,
    coordinator,
    lead,
    observer,
    member,
    actor,
    upload,
    openRound,
    vote,
    settleComments,
    voted,
  };
}

/** The refusal of a piece of work; fails when it was done. */
export async function refusalOf(work: Promise<unknown>): Promise<Pick<ProblemError, 'code' | 'facts'>> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof ProblemError) return { code: error.code, facts: error.facts };
  throw error instanceof Error ? error : new Error('was not refused');
}

/** How many of several things that were done at once went well, and the codes of the refused ones. */
export async function outcomesOf(work: readonly Promise<unknown>[]): Promise<{ done: number; refused: string[] }> {
  const settled = await Promise.allSettled(work);
  const refused = settled.flatMap((result) => {
    if (result.status === 'fulfilled') return [];
    return [result.reason instanceof ProblemError ? result.reason.code : String(result.reason)];
  });
  return { done: settled.length - refused.length, refused };
}

/** Every file that the store holds, half-received ones included. */
export async function storedFiles(office: TestOffice): Promise<string[]> {
  const root = join(office.settings.DATA_DIR, 'files');
  const entries = await readdir(root, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

export async function countRows(office: TestOffice, table: string): Promise<number> {
  const [row] = await office.sql<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
  return row!.count;
}
