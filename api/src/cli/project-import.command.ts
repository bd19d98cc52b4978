import { readFile } from 'node:fs/promises';
import { systemReason } from '../explain-system.js';
import { ImportRefusedError, type ImportFinding } from '../modules/import/finding.js';
import { ImportService, type ImportedProject } from '../modules/import/import.service.js';
import { CliError } from './cli-error.js';
import type { Command } from './command.js';

const wordsOf = ({ level, record, rule, params }: ImportFinding): string =>
  [`  ${level.padEnd(7)}`, record, rule, ...Object.entries(params).map(([name, value]) => `${name}=${value}`)].join('  ');

async function readJson(path: string): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new CliError(`${path} cannot be read: ${systemReason(error)}.`);
  });
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CliError(`${path} is no JSON file.`);
  }
}

function refused(error: unknown): never {
  if (!(error instanceof ImportRefusedError)) throw error;
  throw new CliError(['The import was refused; nothing was written.', ...error.findings.map(wordsOf)].join('\n'));
}

function report({ projectId, warnings, leftOut }: ImportedProject): string {
  return [
    `Imported as project ${projectId}.`,
    ...warnings.map(wordsOf),
    ...(leftOut.length === 0 ? [] : ['Kept out, because the office has no place for it yet:']),
    ...leftOut.map(({ part, records }) => `  ${part} (${records})`),
  ].join('\n');
}

export const projectImportCommand: Command = {
  name: 'project import',
  usage: '<file.json>',
  options: {},
  positionals: 1,
  run: async (app, { positionals }) => {
    const content = await readJson(positionals[0] ?? '');
    return report(await app.get(ImportService).importProject(content, null).catch(refused));
  },
};
