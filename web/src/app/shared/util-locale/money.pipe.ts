import { Pipe, type PipeTransform } from '@angular/core';
import { formatMoney } from './format';

/** `{{ cents | money }}` in overviews, `{{ cents | money: 'exact' }}` where the cents count. */
@Pipe({ name: 'money' })
export class MoneyPipe implements PipeTransform {
  transform(cents: number, look: 'rounded' | 'exact' = 'rounded', currency = 'EUR'): string {
    return formatMoney(cents, currency, look === 'exact');
  }
}
