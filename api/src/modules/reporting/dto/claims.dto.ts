import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import type {
  ClaimAcceptanceRequest,
  ClaimPartialAcceptanceRequest,
  ClaimPaymentRequest,
  ClaimRejectionRequest,
  DeclarationRequest,
} from '@office/contracts';
import { DECLARATIONS, JUSTIFICATION_MAX_LENGTH, REASON_MAX_LENGTH, type DeclarationKind } from '@office/domain';
import { IsPlainDate } from '../../../core/http/is-plain-date.js';

const Trimmed = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** No consortium has more beneficiaries with a share of one work package. */
const MOST_SHARES = 200;

export class DeclarationDto implements DeclarationRequest {
  @IsIn(DECLARATIONS)
  kind!: DeclarationKind;

  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(10_000)
  completionBasisPoints: number | null = null;

  @IsString()
  @MaxLength(JUSTIFICATION_MAX_LENGTH)
  justification!: string;

  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX_LENGTH)
  gapsReason = '';
}

export class ClaimAcceptanceDto implements ClaimAcceptanceRequest {
  @Trimmed()
  @IsString()
  @MaxLength(REASON_MAX_LENGTH)
  note!: string;
}

class AcceptedAmountDto {
  @IsUUID()
  beneficiaryId!: string;

  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  cents!: number;
}

export class ClaimPartialAcceptanceDto implements ClaimPartialAcceptanceRequest {
  @IsArray()
  @ArrayMaxSize(MOST_SHARES)
  @ValidateNested({ each: true })
  @Type(() => AcceptedAmountDto)
  amounts!: AcceptedAmountDto[];

  @Trimmed()
  @IsString()
  @MaxLength(REASON_MAX_LENGTH)
  note!: string;
}

export class ClaimRejectionDto implements ClaimRejectionRequest {
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(REASON_MAX_LENGTH)
  reason!: string;
}

export class ClaimPaymentDto implements ClaimPaymentRequest {
  @IsPlainDate()
  paidOn!: string;
}
