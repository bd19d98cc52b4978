import { Pipe, type PipeTransform } from '@angular/core';
import { dateWords, monthLabel } from './words';

/** `{{ '2024-09-30' | plainDate }}`: a date without a zone. */
@Pipe({ name: 'plainDate' })
export class PlainDatePipe implements PipeTransform {
  transform(date: string, look: 'full' | 'short' = 'full'): string {
    return dateWords(date, look === 'full');
  }
}

/** `{{ 9 | projectMonth }}`: M9. */
@Pipe({ name: 'projectMonth' })
export class ProjectMonthPipe implements PipeTransform {
  transform(month: number): string {
    return monthLabel(month);
  }
}
