import { Component, input } from '@angular/core';
import { formatMoney } from '../../../shared/util-locale/format';
import type { Matrix } from '../data/matrix';
import { partWords } from '../data/part-words';

/** Lump-sum shares by beneficiary and work package, with the sums; the bar under a share is its part of the work package. */
@Component({
  selector: 'office-share-matrix',
  templateUrl: './share-matrix.html',
  styleUrls: ['./matrix.scss', './share-matrix.scss'],
})
export class ShareMatrix {
  readonly matrix = input.required<Matrix>();
  readonly currency = input.required<string>();
  protected readonly partWords = partWords;

  protected money(cents: number): string {
    return formatMoney(cents, this.currency());
  }
}
