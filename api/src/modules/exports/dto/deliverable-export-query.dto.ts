import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsIn, IsOptional, IsUUID } from 'class-validator';
import type { DeliverableArchiveQuery, DeliverableExportQuery } from '@office/contracts';
import { DeliverableFilterDto } from '../../deliverables/dto/deliverable-filter.dto.js';

/** As many ids as an address can carry with certainty. */
const IDS_MAX = 200;
const listed = (value: unknown): unknown => (typeof value === 'string' ? value.split(',').filter((id) => id !== '') : value);

export class DeliverableExportQueryDto extends DeliverableFilterDto implements Omit<DeliverableExportQuery, 'ids'> {
  /** Only these, by comma. */
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => listed(value))
  @IsUUID('all', { each: true })
  @ArrayMaxSize(IDS_MAX)
  ids?: string[];
}

const WHICH = ['newest', 'all'] as const;

export class DeliverableArchiveQueryDto extends DeliverableExportQueryDto implements Omit<DeliverableArchiveQuery, 'ids'> {
  /** The newest version of each, or all that were ever uploaded. */
  @IsOptional()
  @IsIn(WHICH)
  versions?: (typeof WHICH)[number];
}
