import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, ArrayUnique, IsArray, IsString, IsUUID, MaxLength } from 'class-validator';
import type { VersionRequest } from '@office/contracts';
import { NOTE_MAX_LENGTH, VERSION_FILES_MAX } from '@office/domain';

export class VersionRequestDto implements VersionRequest {
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(VERSION_FILES_MAX)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  uploads!: string[];

  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value))
  @IsString()
  @MaxLength(NOTE_MAX_LENGTH)
  note!: string;
}
