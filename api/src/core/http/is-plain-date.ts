import { isPlainDate } from '@office/domain';
import { ValidateBy } from 'class-validator';

/** A date of the calendar, `YYYY-MM-DD`; the answer names the rule `is-plain-date`. */
export const IsPlainDate = (): PropertyDecorator =>
  ValidateBy({ name: 'isPlainDate', validator: { validate: (value: unknown) => typeof value === 'string' && isPlainDate(value) } });
