import type { DeliverableQuery } from '@office/contracts';
import { PageNumber } from '../../../core/http/paging.js';
import { DeliverableFilterDto } from './deliverable-filter.dto.js';

export class DeliverableQueryDto extends DeliverableFilterDto implements DeliverableQuery {
  @PageNumber(0)
  offset?: number;

  @PageNumber(1)
  limit?: number;
}
