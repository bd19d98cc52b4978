import { Pipe, type PipeTransform } from '@angular/core';
import { formatMoney } from './format';

/** `{{ cents | money: currency }}` in overviews, `{{ cents | money: currency : 'exact' }}` where the cents count. */
@Pipe({ name: 'money' })
export class MoneyPipe implements PipeTransform {
  transform(cents: number, currency: string, look: 'rounded' | 'exact' = 'rounded'): string {
    return formatMoney(cents, currency, look === 'exact');
  }
}
