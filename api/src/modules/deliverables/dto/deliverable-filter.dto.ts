import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import type { DeliverableFilter } from '@office/contracts';
import { DELIVERABLE_PARTS, DELIVERABLE_STATES, SEARCH_MAX_LENGTH, type DeliverablePart, type DeliverableState } from '@office/domain';

const NAME_MAX_LENGTH = 50;
const FLAGS: Readonly<Record<string, boolean>> = { true: true, false: false };

export class DeliverableFilterDto implements DeliverableFilter {
  /** Number of a work package: `WP2`. */
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX_LENGTH)
  workPackage?: string;

  /** Short name of the lead beneficiary. */
  @IsOptional()
  @IsString()
  @MaxLength(NAME_MAX_LENGTH)
  lead?: string;

  @IsOptional()
  @IsIn(DELIVERABLE_STATES)
  state?: DeliverableState;

  /** What the signed-in person's beneficiary has to do with it. */
  @IsOptional()
  @IsIn(DELIVERABLE_PARTS)
  part?: DeliverablePart;

  @IsOptional()
  @Transform(({ value }: { value: unknown }) => FLAGS[String(value)] ?? value)
  @IsBoolean()
  late?: boolean;

  /** Part of the number or the title. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MaxLength(SEARCH_MAX_LENGTH)
  text?: string;
}
