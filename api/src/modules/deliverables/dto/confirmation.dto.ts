import type { ConfirmationRequest } from '@office/contracts';
import { CONFIRMABLE_CHECKS, type ConfirmableCheck } from '@office/domain';
import { IsIn } from 'class-validator';

export class ConfirmationDto implements ConfirmationRequest {
  @IsIn(CONFIRMABLE_CHECKS)
  check!: ConfirmableCheck;
}
