import type { VerificationRequest } from '@office/contracts';
import { IsBoolean } from 'class-validator';

export class VerificationDto implements VerificationRequest {
  @IsBoolean()
  files!: boolean;
}
