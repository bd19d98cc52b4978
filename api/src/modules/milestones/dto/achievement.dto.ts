import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { AchievementRequest } from '@office/contracts';
import { MILESTONE_EVIDENCE_MAX_LENGTH, URL_MAX_LENGTH } from '@office/domain';
import { IsPlainDate } from '../../../core/http/is-plain-date.js';

export class AchievementDto implements AchievementRequest {
  @IsPlainDate()
  achievedOn!: string;

  @IsString()
  @MaxLength(MILESTONE_EVIDENCE_MAX_LENGTH)
  evidence!: string;

  @IsOptional()
  @IsString()
  @MaxLength(URL_MAX_LENGTH)
  evidenceUrl: string | null = null;
}
