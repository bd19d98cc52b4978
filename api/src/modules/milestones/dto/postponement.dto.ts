import { IsString, MaxLength } from 'class-validator';
import type { PostponementRequest } from '@office/contracts';
import { REASON_MAX_LENGTH } from '@office/domain';
import { IsPlainDate } from '../../../core/http/is-plain-date.js';

export class PostponementDto implements PostponementRequest {
  @IsPlainDate()
  estimate!: string;

  @IsString()
  @MaxLength(REASON_MAX_LENGTH)
  reason!: string;
}
