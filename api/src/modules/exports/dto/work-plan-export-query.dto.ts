import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { WorkPlanExportQuery } from '@office/contracts';
import { PLAN_STATES, SEARCH_MAX_LENGTH, type PlanFilter, type PlanState } from '@office/domain';

const NAME_MAX_LENGTH = 50;

/** An empty parameter asks for nothing: forms send what nobody filled in. */
const Given = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() || undefined : value));

export class WorkPlanExportQueryDto implements WorkPlanExportQuery {
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === '' ? undefined : typeof value === 'string' ? Number(value) : value))
  @IsInt()
  @Min(1)
  @Max(10)
  year?: number;

  @IsOptional()
  @Given()
  @IsString()
  @MaxLength(NAME_MAX_LENGTH)
  partner?: string;

  @IsOptional()
  @Given()
  @IsString()
  @MaxLength(NAME_MAX_LENGTH)
  wp?: string;

  @IsOptional()
  @Given()
  @IsIn(PLAN_STATES)
  state?: PlanState;

  @IsOptional()
  @Given()
  @IsString()
  @MaxLength(SEARCH_MAX_LENGTH)
  q?: string;
}

export const filterOf = ({ year, partner, wp, state, q }: WorkPlanExportQuery): PlanFilter => ({
  year: year ?? null,
  partner: partner ?? null,
  workPackage: wp ?? null,
  state: state ?? null,
  text: q ?? '',
});
