import { IsOptional } from 'class-validator';
import type { DiaryQuery as DiaryQueryContract } from '@office/contracts';
import { IsPlainDate } from '../../../core/http/is-plain-date.js';
import { PageQuery } from '../../../core/http/paging.js';

/** The diary, and with both dates what is another at the end of the one day than at the end of the other. */
export class DiaryQuery extends PageQuery implements DiaryQueryContract {
  @IsOptional()
  @IsPlainDate()
  from?: string;

  @IsOptional()
  @IsPlainDate()
  to?: string;
}
