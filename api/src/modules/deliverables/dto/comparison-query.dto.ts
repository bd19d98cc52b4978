import { IsUUID } from 'class-validator';

/** Ids of two versions. */
export class ComparisonQueryDto {
  @IsUUID()
  from!: string;

  @IsUUID()
  to!: string;
}
