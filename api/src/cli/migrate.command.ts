import { DataSource } from 'typeorm';
import type { Command } from './command.js';

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  options: {},
  positionals: 0,
  // Opening the database has brought it up to date.
  run: async (app) => {
    const executed = await app.get(DataSource).query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id DESC LIMIT 1');
    return `The database is up to date: ${executed[0]?.name ?? 'no migration'}.`;
  },
};
