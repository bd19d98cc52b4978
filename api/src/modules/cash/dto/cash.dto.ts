import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsISO31661Alpha2,
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
  AccessionRequest,
  DistributionRequest,
  NationalApprovalRequest,
  PaymentRequest,
  PaymentTermsRequest,
  ReceiptRequest,
  SendingRequest,
} from '@office/contracts';
import { NOTE_MAX_LENGTH, PAYMENT_KINDS, REASON_MAX_LENGTH, type PaymentKind } from '@office/domain';
import { IsPlainDate } from '../../../core/http/is-plain-date.js';

/** Ten thousand million euros: far above any grant, far below what a double holds exactly when summed. */
const MOST_CENTS = 1_000_000_000_000;
const MOST_PARTS = 200;
const NAME_MAX_LENGTH = 300;

function Part(): PropertyDecorator {
  return (target, key) => [IsInt(), Min(0), Max(10_000)].forEach((rule) => rule(target, key));
}
function Amount(least: number): PropertyDecorator {
  return (target, key) => [IsInt(), Min(least), Max(MOST_CENTS)].forEach((rule) => rule(target, key));
}

export class PaymentTermsDto implements PaymentTermsRequest {
  @Part() interimCeilingBasisPoints!: number;
  @Part() prefinancingUseBasisPoints!: number;
  @Part() earlyClearingBasisPoints!: number;

  @Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? [...new Set(value.map((code) => String(code).toUpperCase()))] : value,
  )
  @IsArray()
  @ArrayMaxSize(MOST_PARTS)
  @IsISO31661Alpha2({ each: true })
  approvalCountries!: string[];
}

export class PaymentDto implements PaymentRequest {
  @IsIn(PAYMENT_KINDS)
  kind!: PaymentKind;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  period: number | null = null;

  @IsPlainDate()
  expectedOn!: string;

  @Amount(1) expectedCents!: number;

  @IsOptional()
  @IsString()
  @MaxLength(NOTE_MAX_LENGTH)
  note = '';
}

export class ReceiptDto implements ReceiptRequest {
  @IsPlainDate()
  receivedOn!: string;

  @Amount(1) receivedCents!: number;
}

class PartDto {
  @IsUUID()
  beneficiaryId!: string;

  @Amount(0) amountCents!: number;

  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX_LENGTH)
  heldReason = '';
}

export class DistributionDto implements DistributionRequest {
  @IsArray()
  @ArrayMaxSize(MOST_PARTS)
  @ValidateNested({ each: true })
  @Type(() => PartDto)
  parts!: PartDto[];
}

export class SendingDto implements SendingRequest {
  @IsPlainDate()
  sentOn!: string;
}

export class AccessionDto implements AccessionRequest {
  @IsPlainDate()
  accededOn!: string;
}

export class NationalApprovalDto implements NationalApprovalRequest {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(NAME_MAX_LENGTH)
  authority!: string;

  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX_LENGTH)
  reference = '';

  @IsOptional() @IsPlainDate() submittedOn: string | null = null;
  @IsOptional() @IsPlainDate() approvedOn: string | null = null;
  @IsOptional() @IsPlainDate() validUntil: string | null = null;
}
