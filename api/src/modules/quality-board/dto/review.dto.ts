import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsNotEmpty,
  IsNumber,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import type { ReviewRequest } from '@office/contracts';
import {
  ANCHOR_MAX_LENGTH,
  COMMENT_KINDS,
  COMMENT_MAX_LENGTH,
  VERDICTS,
  type CommentKind,
  type Scores,
  type Verdict,
} from '@office/domain';

const COMMENTS_MAX = 200;

const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** The range of a score is a rule of the domain. */
class ScoresDto implements Scores {
  @IsNumber()
  relevance!: number;

  @IsNumber()
  completeness!: number;

  @IsNumber()
  quality!: number;

  @IsNumber()
  clarity!: number;

  @IsNumber()
  visibility!: number;
}

class ReviewCommentDto {
  @IsIn(COMMENT_KINDS)
  kind!: CommentKind;

  /** Page or heading; without it the comment is about the whole. */
  @IsOptional()
  @Trimmed()
  @IsString()
  @MaxLength(ANCHOR_MAX_LENGTH)
  anchor?: string;

  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(COMMENT_MAX_LENGTH)
  text!: string;
}

export class ReviewDto implements ReviewRequest {
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => ScoresDto)
  scores!: ScoresDto;

  @IsIn(VERDICTS)
  verdict!: Verdict;

  @IsArray()
  @ArrayMaxSize(COMMENTS_MAX)
  @ValidateNested({ each: true })
  @Type(() => ReviewCommentDto)
  comments!: ReviewCommentDto[];
}
