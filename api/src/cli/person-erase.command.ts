import { ErasureService } from '../modules/consortium/erasure.service.js';
import { CliError } from './cli-error.js';
import type { Command } from './command.js';

export const personEraseCommand: Command = {
  name: 'person erase',
  usage: '<email>',
  options: {},
  positionals: 1,
  run: async (app, { positionals }) => {
    const email = positionals[0] ?? '';
    const id = await app.get(ErasureService).erase(email);
    if (id === null) throw new CliError(`There is no account with the address ${email}.`);
    return `Name and address are gone; what was done stays in the evidence as that of ${id}.`;
  },
};
