import { Transform, Type } from 'class-transformer';
import { IsBoolean, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import type { SavedViewRequest } from '@office/contracts';
import { SAVED_VIEW_NAME_MAX_LENGTH } from '@office/domain';
import { DeliverableFilterDto } from './deliverable-filter.dto.js';

export class SavedViewRequestDto implements SavedViewRequest {
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MaxLength(SAVED_VIEW_NAME_MAX_LENGTH)
  name!: string;

  @IsObject()
  @ValidateNested()
  @Type(() => DeliverableFilterDto)
  filter!: DeliverableFilterDto;

  @IsBoolean()
  standard!: boolean;
}
