import { Injectable } from '@nestjs/common';
import type { DeliverableView } from '@office/contracts';
import { COMMENT_KINDS, type Panel } from '@office/domain';
import type { ProjectActor } from '../../core/http/access.js';
import { DeliverablesService } from '../deliverables/deliverables.service.js';
import { VersionReadingService } from '../deliverables/version-reading.service.js';
import { QualityBoardService } from '../quality-board/quality-board.service.js';
import { ReviewCommentsService } from '../quality-board/review-comments.service.js';
import { ReviewersService } from '../quality-board/reviewers.service.js';
import { RoundClosing } from '../quality-board/round-closing.js';
import { theOne } from './the-one.js';
import type { DeliverableStep } from './life/steps.js';
import type { Cast } from './cast.js';

/** What a deliverable goes through, from draft to EACEA. */
@Injectable()
export class BoardServices {
  constructor(
    readonly deliverables: DeliverablesService,
    readonly reading: VersionReadingService,
    readonly qualityBoard: QualityBoardService,
    readonly comments: ReviewCommentsService,
    readonly reviewers: ReviewersService,
    readonly closing: RoundClosing,
  ) {}
}

/** A deliverable as it was last seen. */
export interface SeenDeliverable {
  readonly id: string;
  readonly version: number;
  readonly openRound: string | null;
  /** Who votes in the open round. */
  readonly panel: Panel | null;
  /** The newest version. */
  readonly latest: string | null;
  /** Comments that are not agreed, gravest first, with the institution that made them. */
  readonly comments: readonly { readonly id: string; readonly by: string; readonly personId: string; readonly answered: boolean }[];
}

const BOARD_KINDS = ['appoint', 'close-round', 'recuse', 'answer', 'agree', 'review', 'sign-off', 'request-changes'] as const;
export type BoardStep = Extract<DeliverableStep, { readonly kind: (typeof BOARD_KINDS)[number] }>;

export const isBoardStep = (step: DeliverableStep): step is BoardStep => BOARD_KINDS.some((kind) => kind === step.kind);

/** Oldest first among those that weigh the same. */
export function commentsOf({ rounds }: DeliverableView): SeenDeliverable['comments'] {
  const reviews = rounds.toReversed().flatMap((round) => round.reviews);
  const open = reviews.flatMap(({ by, comments }) =>
    comments
      .filter(({ state }) => state !== 'agreed')
      .map(({ id, kind, state }) => ({ id, kind, by: by.beneficiary ?? '', personId: by.id, answered: state === 'answered' })),
  );
  return open.sort((a, b) => COMMENT_KINDS.indexOf(a.kind) - COMMENT_KINDS.indexOf(b.kind));
}

type SeenComment = SeenDeliverable['comments'][number];

const commentOf = ({ comments }: SeenDeliverable, institution: string, answered: boolean): SeenComment | undefined =>
  comments.find((one) => one.by === institution && one.answered === answered);

/** Plays what the board does with a deliverable, what its lead answers, and what the clock closes. */
export class BoardPlayer {
  constructor(
    private readonly services: BoardServices,
    private readonly cast: Cast,
  ) {}

  play(step: BoardStep, seen: SeenDeliverable, lead: ProjectActor): Promise<DeliverableView> {
    const { qualityBoard, comments } = this.services;
    const round = seen.openRound ?? '';
    switch (step.kind) {
      case 'appoint':
        return this.appoint(seen);
      case 'close-round':
        return this.closeRound(seen);
      case 'recuse':
        return qualityBoard.recuse(this.member(step.by, seen), round, step.reason);
      case 'answer':
        return comments.answer(lead, commentOf(seen, step.to, false)?.id ?? '', step.text);
      case 'agree':
        return this.agree(step, seen);
      case 'review':
        return qualityBoard.sendReview(this.member(step.by, seen), round, step.review);
      case 'sign-off':
        return this.signOff(this.member(step.by, seen), seen);
      case 'request-changes':
        return qualityBoard.requestChanges(this.member(step.by, seen), round);
    }
  }

  /** As the office suggests it. */
  private async appoint({ id, version }: SeenDeliverable): Promise<DeliverableView> {
    const { reviewers } = this.services;
    const { coordinator } = this.cast;
    const { candidates } = await reviewers.choice(coordinator, id);
    const suggested = candidates.filter((one) => one.suggested).map(({ membershipId }) => membershipId);
    return reviewers.appoint(coordinator, id, version, suggested);
  }

  private async closeRound({ id }: SeenDeliverable): Promise<DeliverableView> {
    await this.services.closing.closeOverdue();
    return this.services.deliverables.view(this.cast.coordinator, id);
  }

  /** Whoever signs has looked at the file: the emblem stands beside the statement, which the office finds itself. */
  private async signOff(actor: ProjectActor, { id, latest, openRound }: SeenDeliverable): Promise<DeliverableView> {
    await this.services.reading.confirm(actor, id, latest ?? '', 'emblem-and-statement');
    return this.services.qualityBoard.signOff(actor, openRound ?? '');
  }

  /** Whoever made the comment says whether the answer will do. */
  private agree(step: Extract<BoardStep, { kind: 'agree' }>, seen: SeenDeliverable): Promise<DeliverableView> {
    const comment = commentOf(seen, step.by, true);
    const { board, partners } = this.cast;
    const author = [...board.values(), ...partners.values()].find(({ personId }) => personId === comment?.personId);
    return this.services.comments.agree(author ?? theOne(board, step.by), comment?.id ?? '', step);
  }

  /** The institution's seat on the panel: partners' coordinators sit on the steering committee, others on the board. */
  private member(institution: string, { panel }: SeenDeliverable): ProjectActor {
    return theOne(panel === 'steering-committee' ? this.cast.partners : this.cast.board, institution);
  }
}
