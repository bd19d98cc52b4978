import { IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import type { WorkStatusRequest } from '@office/contracts';
import {
  NARRATIVE_MAX_LENGTH,
  PROGRESS_SOURCES,
  REASON_MAX_LENGTH,
  TRAFFIC_LIGHTS,
  WORK_STATES,
  type ProgressSource,
  type TrafficLight,
  type WorkState,
} from '@office/domain';

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

  /** `derived`: state and progress follow from the parts, whatever is sent. Left out: `overridden`. */
  @IsOptional()
  @IsIn(PROGRESS_SOURCES)
  progressSource?: ProgressSource;

  /** Why the figures are others than the derived ones; left out, the narrative says it. */
  @IsOptional()
  @IsString()
  @MaxLength(REASON_MAX_LENGTH)
  overrideReason?: string;

  /** Of work packages; left out, it stays as it is. */
  @IsOptional()
  @IsIn(TRAFFIC_LIGHTS)
  trafficLight?: TrafficLight | null;

  /** Of work packages; left out, it stays as it is. */
  @IsOptional()
  @IsString()
  @MaxLength(NARRATIVE_MAX_LENGTH)
  nextSteps?: string;
}
