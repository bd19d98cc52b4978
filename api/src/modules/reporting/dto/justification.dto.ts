import { Transform } from 'class-transformer';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';
import type { JustificationRequest } from '@office/contracts';
import { JUSTIFICATION_MAX_LENGTH } from '@office/domain';

export class JustificationDto implements JustificationRequest {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @IsNotEmpty()
  @MaxLength(JUSTIFICATION_MAX_LENGTH)
  text!: string;
}
