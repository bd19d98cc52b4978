import { isPlainDate } from '@office/domain';
import { buildMessage, ValidateBy } from 'class-validator';

/** A date of the calendar, `YYYY-MM-DD`. */
export const IsDay = (): PropertyDecorator =>
  ValidateBy({
    name: 'isDate',
    validator: { validate: (value: unknown) => typeof value === 'string' && isPlainDate(value), defaultMessage: buildMessage(() => 'day') },
  });
