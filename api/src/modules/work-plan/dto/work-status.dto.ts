import { IsIn, IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import type { WorkStatusRequest } from '@office/contracts';
import { NARRATIVE_MAX_LENGTH, WORK_STATES, type WorkState } from '@office/domain';

export class WorkStatusDto implements WorkStatusRequest {
  @IsIn(WORK_STATES)
  state!: WorkState;

  /** Whole percent. */
  @IsInt()
  @Min(0)
  @Max(100)
  progress!: number;

  @IsString()
  @MaxLength(NARRATIVE_MAX_LENGTH)
  narrative!: string;
}
