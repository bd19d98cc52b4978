import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { ok, refuse, type Result } from '@office/domain';
import { kebab } from '../../core/http/validation.pipe.js';
import { errorAt, type ImportFinding } from './finding.js';
import { ProjectFile } from './project-file.js';

/** A part of the file that has no place in the office yet: "events" with 7 records, "bodies.decides" in 1. */
export interface LeftOut {
  readonly part: string;
  readonly records: number;
}

export interface ReadProjectFile {
  readonly file: ProjectFile;
  readonly leftOut: readonly LeftOut[];
}

function shapeFindings(errors: readonly ValidationError[], path: readonly string[] = []): ImportFinding[] {
  return errors.flatMap((error) => {
    const here = [...path, error.property];
    const rules = Object.keys(error.constraints ?? {}).filter((rule) => rule !== 'whitelistValidation');
    return [...rules.map((rule) => errorAt(here.join('.'), kebab(rule))), ...shapeFindings(error.children ?? [], here)];
  });
}

/** What `whitelist` will take away, by its name without record numbers. */
function unknownParts(errors: readonly ValidationError[], path: readonly string[] = []): string[] {
  return errors.flatMap((error) => {
    const here = /^\d+$/.test(error.property) ? path : [...path, error.property];
    const own = error.constraints?.['whitelistValidation'] === undefined ? [] : [here.join('.')];
    return [...own, ...unknownParts(error.children ?? [], here)];
  });
}

/** A whole section counts its records, a field the records that have it. */
function leftOutOf(parts: readonly string[], file: Readonly<Record<string, unknown>>): LeftOut[] {
  const counts = new Map<string, number>();
  for (const part of parts) {
    const section = file[part];
    const records = Array.isArray(section) ? section.length : 1;
    counts.set(part, (counts.get(part) ?? 0) + records);
  }
  return [...counts].map(([part, records]) => ({ part, records }));
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads the shape: every field there, of its kind, within its bounds. What is not known is reported, never guessed. */
export function readProjectFile(content: unknown): Result<ReadProjectFile, readonly ImportFinding[]> {
  if (!isObject(content)) return refuse([errorAt('file', 'is-object')]);
  const { $comment: _, ...given } = content;
  const file = plainToInstance(ProjectFile, given);
  const unknown = validateSync(file, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  const findings = shapeFindings(unknown);
  return findings.length > 0 ? refuse(findings) : ok({ file, leftOut: leftOutOf(unknownParts(unknown), given) });
}
