import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type {
  BoardMembersRequest,
  BoardRulesView,
  CommentAgreementRequest,
  CommentAnswerRequest,
  RecusalRequest,
  ReviewDraftRequest,
  ReviewersRequest,
} from '@office/contracts';
import {
  BOARD_RULE_LIMITS,
  COMMENT_KINDS,
  COMMENT_MAX_LENGTH,
  INQUORATE_RULES,
  PLACES,
  REVIEWER_ORIGINS,
  SCORE_MAX,
  SCORE_MIN,
  VERDICTS,
  type CommentKind,
  type InquorateRule,
  type Place,
  type ReviewerOrigin,
  type Scores,
  type Verdict,
} from '@office/domain';
import { IsPlainDate } from '../../../core/http/is-plain-date.js';

const MOST_PEOPLE = 60;
const COMMENTS_MAX = 200;
const TYPED_MAX_LENGTH = 10_000;
const { quorum, majority, reviewDays, extensionDays, reviewersPerDeliverable, roundsBeforeBoard } = BOARD_RULE_LIMITS;

const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** Whole, and within what the domain allows. */
const Within =
  ([least, most]: readonly [number, number]): PropertyDecorator =>
  (target, property) => {
    for (const rule of [IsInt(), Min(least), Max(most)]) rule(target, property);
  };

export class BoardRulesDto implements BoardRulesView {
  @Within(quorum)
  quorumBasisPoints!: number;

  @Within(majority)
  majorityBasisPoints!: number;

  @Within(reviewDays)
  reviewDays!: number;

  @Within(extensionDays)
  extensionDays!: number;

  @IsIn(INQUORATE_RULES)
  inquorate!: InquorateRule;

  @Within(reviewersPerDeliverable)
  reviewersPerDeliverable!: number;

  @IsArray()
  @ArrayUnique()
  @IsIn(REVIEWER_ORIGINS, { each: true })
  origins!: ReviewerOrigin[];

  @IsIn(['reviewers', 'board'])
  firstPanel!: 'reviewers' | 'board';

  @Within(roundsBeforeBoard)
  roundsBeforeBoard!: number;
}

class BoardMemberDto {
  @IsUUID()
  membershipId!: string;

  @IsIn(PLACES)
  place!: Place;

  @IsBoolean()
  chair!: boolean;

  @IsOptional()
  @IsPlainDate()
  absentUntil?: string | null;
}

export class BoardMembersDto implements BoardMembersRequest {
  @IsArray()
  @ArrayMaxSize(MOST_PEOPLE)
  @ArrayUnique(({ membershipId }: BoardMemberDto) => membershipId)
  @ValidateNested({ each: true })
  @Type(() => BoardMemberDto)
  members!: BoardMemberDto[];
}

export class ReviewersDto implements ReviewersRequest {
  @IsArray()
  @ArrayMaxSize(MOST_PEOPLE)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  membershipIds!: string[];
}

export class RecusalDto implements RecusalRequest {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(COMMENT_MAX_LENGTH)
  reason!: string;
}

export class CommentAnswerDto implements CommentAnswerRequest {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(COMMENT_MAX_LENGTH)
  text!: string;
}

export class CommentAgreementDto implements CommentAgreementRequest {
  @IsBoolean()
  agreed!: boolean;

  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(COMMENT_MAX_LENGTH)
  why?: string;
}

/** As far as it is typed: each score may still be missing. */
class DraftScoresDto implements Partial<Scores> {
  @IsOptional()
  @Within([SCORE_MIN, SCORE_MAX])
  relevance?: number;

  @IsOptional()
  @Within([SCORE_MIN, SCORE_MAX])
  completeness?: number;

  @IsOptional()
  @Within([SCORE_MIN, SCORE_MAX])
  quality?: number;

  @IsOptional()
  @Within([SCORE_MIN, SCORE_MAX])
  clarity?: number;

  @IsOptional()
  @Within([SCORE_MIN, SCORE_MAX])
  visibility?: number;
}

/** Longer than what may be sent: a draft is kept as it is typed. */
class DraftCommentDto {
  @IsIn(COMMENT_KINDS)
  kind!: CommentKind;

  @IsOptional()
  @IsString()
  @MaxLength(TYPED_MAX_LENGTH)
  anchor?: string;

  @IsString()
  @MaxLength(TYPED_MAX_LENGTH)
  text!: string;
}

export class ReviewDraftDto implements ReviewDraftRequest {
  @IsISO8601({ strict: true })
  typedAt!: string;

  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => DraftScoresDto)
  scores!: DraftScoresDto;

  @IsOptional()
  @IsIn(VERDICTS)
  verdict?: Verdict;

  @IsArray()
  @ArrayMaxSize(COMMENTS_MAX)
  @ValidateNested({ each: true })
  @Type(() => DraftCommentDto)
  comments!: DraftCommentDto[];
}
