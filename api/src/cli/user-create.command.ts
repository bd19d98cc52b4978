import { isEmail } from 'class-validator';
import { PROJECT_ROLES, type ProjectRole } from '@office/domain';
import {
  EnrolmentRefusedError,
  EnrolmentService,
  type EnrolmentRefusal,
  type NewMembership,
} from '../modules/consortium/enrolment.service.js';
import { CliError, usageError } from './cli-error.js';
import { textOf, textsOf, type Arguments, type Command } from './command.js';
import { readPassword } from './password.js';

type Facts = EnrolmentRefusedError['params'];

const REFUSALS: Readonly<Record<EnrolmentRefusal, (facts: Facts) => string>> = {
  'email-taken': ({ email }) => `There is an account with the address ${email} already.`,
  'password-too-short': ({ atLeast }) => `The password needs at least ${atLeast} characters.`,
  'password-too-long': ({ atMost }) => `The password may have at most ${atMost} characters.`,
  'project-unknown': ({ grantNumber }) => `There is no project with the grant number ${grantNumber}.`,
  'beneficiary-unknown': ({ beneficiary, known }) => `The project has no beneficiary ${beneficiary}; it has ${known}.`,
  'beneficiary-needed': () => 'Every role but observer belongs to a beneficiary: add --beneficiary <shortName>.',
  'body-unknown': ({ body }) => `The project has no ${String(body).replace('-', ' ')}.`,
  'role-needed': () => `A member of a project has a role: add --role, one of ${PROJECT_ROLES.join(', ')}.`,
};

function refused(error: unknown): never {
  if (!(error instanceof EnrolmentRefusedError)) throw error;
  throw new CliError(REFUSALS[error.code](error.params));
}

const isRole = (text: string): text is ProjectRole => (PROJECT_ROLES as readonly string[]).includes(text);

function rolesOf(args: Arguments): ProjectRole[] {
  return textsOf(args, 'role').map((role) => {
    if (!isRole(role)) throw usageError(`There is no role ${role}; there are ${PROJECT_ROLES.join(', ')}.`);
    return role;
  });
}

/** The role of a board member without a place on the board would mean nothing, so it brings one. */
function membershipOf(args: Arguments): NewMembership | null {
  const grantNumber = textOf(args, 'project');
  const roles = rolesOf(args);
  const beneficiary = textOf(args, 'beneficiary') ?? null;
  if (grantNumber === undefined) {
    if (roles.length > 0 || beneficiary !== null) throw usageError('--role and --beneficiary go with --project <grantNumber>.');
    return null;
  }
  const seats = roles.includes('quality-board-member') ? [{ body: 'quality-board' as const, chair: args.values['chair'] === true }] : [];
  return { grantNumber, roles, beneficiary, seats };
}

export const userCreateCommand: Command = {
  name: 'user create',
  usage:
    '--email <address> --name <name> [--administrator] [--project <grantNumber> --role <role>... [--beneficiary <shortName>] [--chair]] [--password-stdin]',
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    administrator: { type: 'boolean' },
    project: { type: 'string' },
    role: { type: 'string', multiple: true },
    beneficiary: { type: 'string' },
    chair: { type: 'boolean' },
    'password-stdin': { type: 'boolean' },
  },
  positionals: 0,
  run: async (app, args) => {
    const email = textOf(args, 'email');
    const name = textOf(args, 'name')?.trim() ?? '';
    if (email === undefined || name === '') throw usageError(`Usage: ${userCreateCommand.name} ${userCreateCommand.usage}`);
    if (!isEmail(email)) throw usageError(`${email} is no e-mail address.`);
    const administrator = args.values['administrator'] === true;
    const membership = membershipOf(args);
    const password = await readPassword(args.values['password-stdin'] === true);
    await app.get(EnrolmentService).enrol({ email, name, password, administrator, membership }).catch(refused);
    return `${email} can sign in.`;
  },
};
