import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import type { EvidenceFinding, SealExport, VerificationView } from '@office/contracts';
import type { EvidenceFault } from '@office/domain';
import { EvidenceProjects, type EvidenceProject } from '../modules/evidence/evidence-projects.js';
import { VerificationService } from '../modules/evidence/verification.service.js';
import { CliError } from './cli-error.js';
import { textOf, type Command } from './command.js';

const FAULTS: Readonly<Record<EvidenceFault, string>> = {
  'entries-missing': 'entries before this one were taken out of the chain',
  'entry-moved': 'this entry of the chain does not follow the one before it',
  'entry-altered': 'this entry of the chain was altered',
  'row-altered': 'the row is not as it was recorded',
  'row-removed': 'the row is gone',
  'row-unrecorded': 'the row never entered the chain: it was put in past the office',
  'guard-off': 'a guard of the table is missing or switched off',
  'seal-forged': 'the seal is not what was signed',
  'seal-key-unknown': 'the seal is signed with a key that is not one of the office',
  'chain-rewritten': 'the chain is not the one that was sealed: it was written anew or cut off',
  'file-altered': 'the content of the file was altered',
  'file-missing': 'the file is gone',
};

function wordsOf({ fault, table, id, seq, day, label, fields }: EvidenceFinding): string {
  const where = [table, id, seq === null ? null : `entry ${seq}`, day === null ? null : `seal of ${day}`, label && `(${label})`];
  const differences = fields.map(
    ({ name, recorded, now }) => `\n      ${name}: recorded ${recorded ?? 'nothing'}, now ${now ?? 'nothing'}`,
  );
  return `    ${where.filter(Boolean).join(' ')}: ${FAULTS[fault]}${differences.join('')}`;
}

function report({ acronym, grantNumber }: EvidenceProject, view: VerificationView): string {
  const { head, seals, sealedTo, files, findings, more } = view;
  const facts = [
    head === null ? 'no entries' : `${head.seq} entries, head ${head.hash}`,
    `${seals} seals, sealed to entry ${sealedTo}`,
    ...(files === null ? [] : [`${files} files read`]),
  ].join('; ');
  const verdict = findings.length === 0 ? 'holds' : `${findings.length + more} findings`;
  return [
    `${acronym} (${grantNumber}): ${verdict} — ${facts}`,
    ...findings.map(wordsOf),
    ...(more > 0 ? [`    and ${more} more`] : []),
  ].join('\n');
}

async function exportedSeals(path: string | undefined): Promise<SealExport | null> {
  if (path === undefined) return null;
  try {
    return JSON.parse(await readFile(path, 'utf8')) as SealExport;
  } catch {
    throw new CliError(`${path} cannot be read as exported seals.`);
  }
}

async function projectsFor(app: INestApplicationContext, grantNumber: string | undefined): Promise<EvidenceProject[]> {
  const all = await app.get(EvidenceProjects).all();
  const chosen = grantNumber === undefined ? all : all.filter((project) => project.grantNumber === grantNumber);
  if (chosen.length === 0 && grantNumber !== undefined) throw new CliError(`There is no project with the grant number ${grantNumber}.`);
  return chosen;
}

export const auditVerifyCommand: Command = {
  name: 'audit verify',
  usage: '[--project <grantNumber>] [--without-files] [--seals <seals.json>]',
  options: { project: { type: 'string' }, 'without-files': { type: 'boolean' }, seals: { type: 'string' } },
  positionals: 0,
  run: async (app, args) => {
    const exported = await exportedSeals(textOf(args, 'seals'));
    const files = args.values['without-files'] !== true;
    const reports: string[] = [];
    let found = false;
    for (const project of await projectsFor(app, textOf(args, 'project'))) {
      const seals = exported?.project.id === project.id ? exported.seals : [];
      const view = await app.get(VerificationService).verify(project.id, { files, exported: seals });
      found ||= view.findings.length > 0;
      reports.push(report(project, view));
    }
    if (found) throw new CliError(reports.join('\n'));
    return reports.join('\n') || 'There is no project.';
  },
};
