import type { RetentionView } from '@office/contracts';
import { isPlainDate, type RetentionState } from '@office/domain';
import { ProjectUnknownError, RetentionService } from '../modules/evidence/retention.service.js';
import { CliError, usageError } from './cli-error.js';
import { textOf, type Arguments, type Command } from './command.js';

const STATES: Readonly<Record<RetentionState, (view: RetentionView) => string>> = {
  'until-final-payment': () => 'Everything is kept; five years are counted from the final payment, which is not recorded yet.',
  held: ({ holds }) => `Everything is kept while a hold is on: ${holds.map(({ reason }) => reason).join('; ')}.`,
  counting: ({ keepUntil }) => `Everything is kept until ${keepUntil}.`,
  over: ({ keepUntil }) => `What had to be kept until ${keepUntil} need not be kept any longer; the office deletes nothing by itself.`,
};

const wordsOf = (view: RetentionView): string => STATES[view.state](view);

function refused(error: unknown): never {
  if (!(error instanceof ProjectUnknownError)) throw error;
  throw new CliError(`There is no project with the grant number ${error.grantNumber}.`);
}

const PROJECT = { project: { type: 'string' } } as const;

type Act = (retention: RetentionService, grantNumber: string, args: Arguments) => Promise<RetentionView>;

function command(name: string, usage: string, options: Command['options'], act: Act): Command {
  return {
    name,
    usage,
    options: { ...PROJECT, ...options },
    positionals: 0,
    run: async (app, args) => {
      const grantNumber = textOf(args, 'project');
      if (grantNumber === undefined) throw usageError(`Usage: ${name} ${usage}`);
      return wordsOf(await act(app.get(RetentionService), grantNumber, args).catch(refused));
    },
  };
}

export const retentionCommands: readonly Command[] = [
  command('retention show', '--project <grantNumber>', {}, (retention, grantNumber) => retention.view(grantNumber)),
  command(
    'retention final-payment',
    '--project <grantNumber> --on <YYYY-MM-DD>',
    { on: { type: 'string' } },
    (retention, grantNumber, args) => {
      const on = textOf(args, 'on') ?? '';
      if (!isPlainDate(on)) throw usageError('--on is a date such as 2027-03-15.');
      return retention.finalPayment(grantNumber, on);
    },
  ),
  command('retention hold', '--project <grantNumber> --reason <text>', { reason: { type: 'string' } }, (retention, grantNumber, args) => {
    const reason = textOf(args, 'reason')?.trim() ?? '';
    if (reason === '') throw usageError('A hold has a --reason.');
    return retention.hold(grantNumber, reason);
  }),
  command('retention lift', '--project <grantNumber>', {}, (retention, grantNumber) => retention.lift(grantNumber)),
];
