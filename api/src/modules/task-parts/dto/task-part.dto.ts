import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { TaskPartRequest } from '@office/contracts';
import {
  CRITERIA_MAX,
  CRITERION_MAX_LENGTH,
  EVIDENCE_MAX,
  EVIDENCE_TITLE_MAX_LENGTH,
  NARRATIVE_MAX_LENGTH,
  URL_MAX_LENGTH,
  WORK_STATES,
  type EvidenceLink,
  type PartCriterion,
  type WorkState,
} from '@office/domain';

const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

class CriterionDto implements PartCriterion {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(CRITERION_MAX_LENGTH)
  text!: string;

  @IsBoolean()
  met!: boolean;
}

/** Which addresses are taken is a rule of the domain. */
class LinkDto implements EvidenceLink {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(URL_MAX_LENGTH)
  url!: string;

  /** Empty: it is called by its address. */
  @Trimmed()
  @IsString()
  @MaxLength(EVIDENCE_TITLE_MAX_LENGTH)
  title!: string;
}

export class TaskPartDto implements TaskPartRequest {
  @IsIn(WORK_STATES)
  state!: WorkState;

  @Trimmed()
  @IsString()
  @MaxLength(NARRATIVE_MAX_LENGTH)
  note!: string;

  @IsArray()
  @ArrayMaxSize(CRITERIA_MAX)
  @ValidateNested({ each: true })
  @Type(() => CriterionDto)
  criteria!: CriterionDto[];

  /** Added to the evidence in the same step. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(EVIDENCE_MAX)
  @ValidateNested({ each: true })
  @Type(() => LinkDto)
  links?: LinkDto[];
}
