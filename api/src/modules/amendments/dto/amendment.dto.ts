import { ArrayMaxSize, IsArray, IsNotEmpty, IsObject, IsString, MaxLength } from 'class-validator';
import type {
  AcceptanceRequest,
  ConsortiumApprovalRequest,
  InformalCheckRequest,
  RejectionRequest,
  SignatureRequest,
  SubmissionRequest,
} from '@office/contracts';
import { MAX_CHANGES, NOTE_MAX_LENGTH, PLAN_TEXT_MAX_LENGTH, PLAN_TITLE_MAX_LENGTH, REASON_MAX_LENGTH } from '@office/domain';
import { IsPlainDate } from '../../../core/http/is-plain-date.js';

/** Each change is read by the domain (`readChanges`), which knows the fields of its kind. */
class WithChanges {
  @IsArray()
  @ArrayMaxSize(MAX_CHANGES)
  @IsObject({ each: true })
  changes!: Record<string, unknown>[];
}

export class AmendmentDto extends WithChanges {
  @IsString()
  @IsNotEmpty()
  @MaxLength(PLAN_TITLE_MAX_LENGTH)
  title!: string;

  @IsString()
  @MaxLength(PLAN_TEXT_MAX_LENGTH)
  justification!: string;
}

export class ClassificationDto extends WithChanges {}

export class PlanChangesDto extends WithChanges {
  @IsString()
  @MaxLength(NOTE_MAX_LENGTH)
  note!: string;
}

export class SubmissionDto implements SubmissionRequest {
  @IsPlainDate() on!: string;
}

export class SignatureDto implements SignatureRequest {
  @IsPlainDate() on!: string;
}

export class ConsortiumApprovalDto implements ConsortiumApprovalRequest {
  @IsPlainDate() on!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(PLAN_TITLE_MAX_LENGTH)
  reference!: string;
}

export class InformalCheckDto implements InformalCheckRequest {
  @IsPlainDate() on!: string;

  @IsString()
  @MaxLength(NOTE_MAX_LENGTH)
  note!: string;
}

export class AcceptanceDto implements AcceptanceRequest {
  @IsPlainDate() on!: string;
  @IsPlainDate() effectiveOn!: string;
}

export class RejectionDto implements RejectionRequest {
  @IsPlainDate() on!: string;

  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_MAX_LENGTH)
  reason!: string;
}
