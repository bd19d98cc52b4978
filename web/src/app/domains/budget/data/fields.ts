import { isPlainDate } from '@office/domain';
import { readMoney } from '../../../shared/util-locale/read-money';

export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind: 'date' | 'money' | 'percent' | 'text' | 'choice';
  readonly value: string;
  readonly required?: boolean;
  /** Of a date: no later than this day. */
  readonly latest?: string;
  readonly maxLength?: number;
  /** Of a choice. */
  readonly options?: readonly { readonly value: string; readonly word: string }[];
}

/** What a dialog asks for, in fields. */
export interface FieldsQuestion {
  readonly title: string;
  readonly subject: string;
  readonly action: string;
  readonly note?: string;
  readonly fields: readonly Field[];
}

export type FieldValues = Readonly<Record<string, string>>;

/** Basis points of a percentage with at most two decimals, 0 to 100; null when it is none. */
export function readPercent(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace(/\s*%$/, '');
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(plain)) return null;
  const points = Math.round(Number(plain) * 100);
  return points <= 10_000 ? points : null;
}

/** What is wrong with what was typed, or null. */
export function fieldProblem({ kind, required = false, latest }: Field, text: string): string | null {
  if (text.trim() === '') return required ? $localize`:@@field.needed:This is needed.` : null;
  switch (kind) {
    case 'date':
      if (!isPlainDate(text)) return $localize`:@@field.date:Choose a day.`;
      return latest !== undefined && text > latest ? $localize`:@@field.future:Choose a day that has come.` : null;
    case 'money':
      return readMoney(text) === null ? $localize`:@@field.money:Write an amount in figures, such as 1250.50.` : null;
    case 'percent':
      return readPercent(text) === null ? $localize`:@@field.percent:Write a percentage from 0 to 100.` : null;
    case 'text':
    case 'choice':
      return null;
  }
}
