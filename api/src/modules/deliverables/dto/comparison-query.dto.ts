import type { ComparisonQuery } from '@office/contracts';
import { IsUUID } from 'class-validator';

export class ComparisonQueryDto implements ComparisonQuery {
  @IsUUID()
  from!: string;

  @IsUUID()
  to!: string;
}
