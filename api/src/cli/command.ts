import type { INestApplicationContext } from '@nestjs/common';
import { parseArgs, type ParseArgsConfig } from 'node:util';
import { usageError } from './cli-error.js';

export interface Arguments {
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
  readonly positionals: readonly string[];
}

export interface Command {
  readonly name: string;
  /** What follows the name. */
  readonly usage: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many words follow the name. */
  readonly positionals: number;
  /** What was done, for the person who asked. */
  readonly run: (app: INestApplicationContext, args: Arguments) => Promise<string>;
}

/** The value of an option that is given once, or undefined. */
export const textOf = ({ values }: Arguments, name: string): string | undefined => {
  const value = values[name];
  return typeof value === 'string' ? value : undefined;
};

/** All values of an option that may be repeated. */
export const textsOf = ({ values }: Arguments, name: string): string[] => {
  const value = values[name];
  return Array.isArray(value) ? value.map(String) : [];
};

/** Reads what follows the command's name. */
export function argumentsOf(command: Command, words: readonly string[]): Arguments {
  try {
    const parsed = parseArgs({ args: [...words], options: command.options, allowPositionals: true, strict: true });
    if (parsed.positionals.length !== command.positionals) throw usageError(`Usage: ${command.name} ${command.usage}`);
    return parsed;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw code?.startsWith('ERR_PARSE_ARGS_') === true ? usageError(`${message}\nUsage: ${command.name} ${command.usage}`) : error;
  }
}
