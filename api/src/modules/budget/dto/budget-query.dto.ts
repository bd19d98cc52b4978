import { Transform } from 'class-transformer';
import { IsBoolean, IsOptional } from 'class-validator';

export class BudgetQuery {
  /** Whether the estimate by cost category comes along. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  categories?: boolean;
}
