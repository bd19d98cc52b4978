import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { readSettings } from '../core/config/settings.js';
import { openDatabase } from '../core/database/open-database.js';
import { prepareDataFolder } from '../core/storage/data-folder.js';
import { explain } from '../explain.js';
import { auditVerifyCommand } from './audit-verify.command.js';
import { CliError, usageError } from './cli-error.js';
import { argumentsOf, type Arguments, type Command } from './command.js';
import { demoLoadCommand } from './demo-load.command.js';
import { migrateCommand } from './migrate.command.js';
import { personEraseCommand } from './person-erase.command.js';
import { projectImportCommand } from './project-import.command.js';
import { retentionCommands } from './retention.commands.js';
import { userCreateCommand } from './user-create.command.js';

const COMMANDS: readonly Command[] = [
  projectImportCommand,
  userCreateCommand,
  demoLoadCommand,
  migrateCommand,
  personEraseCommand,
  auditVerifyCommand,
  ...retentionCommands,
];
const HELP = ['Usage: npm run cli -- <command>', ...COMMANDS.map(({ name, usage }) => `  ${name} ${usage}`)].join('\n');

function commandOf(words: readonly string[]): { command: Command; args: Arguments } {
  const command = COMMANDS.find(({ name }) => name === words.slice(0, name.split(' ').length).join(' '));
  if (!command) throw usageError(HELP);
  return { command, args: argumentsOf(command, words.slice(command.name.split(' ').length)) };
}

/** Does the one thing on the same application that the server is, with its rules and its log. */
async function execute(command: Command, args: Arguments): Promise<string> {
  const settings = readSettings(process.env);
  prepareDataFolder(settings.DATA_DIR);
  const handle = await openDatabase(settings);
  try {
    const app = await NestFactory.createApplicationContext(AppModule.with(settings, handle), { logger: false, abortOnError: false });
    try {
      return await command.run(app, args);
    } finally {
      await app.close();
    }
  } finally {
    await handle.close();
  }
}

async function main(words: readonly string[]): Promise<void> {
  if (words.includes('--help') || words.includes('-h')) return void process.stdout.write(`${HELP}\n`);
  const { command, args } = commandOf(words);
  process.stdout.write(`${await execute(command, args)}\n`);
}

main(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`${error instanceof CliError ? error.message : explain(error)}\n`);
    process.exit(error instanceof CliError ? error.exitCode : 1);
  },
);
