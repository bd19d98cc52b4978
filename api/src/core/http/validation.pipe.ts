import { ValidationPipe, type ValidationError } from '@nestjs/common';
import type { FieldProblem } from '@office/contracts';
import { ProblemError } from './problem.js';

/** `isEmail` -> `is-email`: rules are named as everything else in JSON is. */
export const kebab = (text: string): string => text.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

function fieldProblems(errors: readonly ValidationError[], prefix = ''): FieldProblem[] {
  return errors.flatMap((error) => {
    const path = prefix + error.property;
    const own = Object.keys(error.constraints ?? {}).map((rule) => ({ path, code: kebab(rule) }));
    return [...own, ...fieldProblems(error.children ?? [], `${path}.`)];
  });
}

/** Unknown fields are refused, known ones converted; the answer names each field and rule. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    transform: true,
    stopAtFirstError: false,
    exceptionFactory: (errors) => new ProblemError('validation-failed', { errors: fieldProblems(errors) }),
  });
