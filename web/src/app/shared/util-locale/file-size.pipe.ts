import { Pipe, type PipeTransform } from '@angular/core';
import { formatFileSize } from './format';

@Pipe({ name: 'fileSize' })
export class FileSizePipe implements PipeTransform {
  transform(bytes: number): string {
    return formatFileSize(bytes);
  }
}
