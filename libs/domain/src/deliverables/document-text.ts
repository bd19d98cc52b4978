import { fileKindOf } from './file-rules.js';

/** Kinds of files whose text is read (`doc` and `rtf` are read by no kept library, a `zip` is many files). */
export const TEXT_KINDS = ['pdf', 'docx', 'odt', 'csv'] as const;
export type TextKind = (typeof TEXT_KINDS)[number];

/** Why a file has no text here: its kind, its size, the time it would take, damage or a password, or nothing but pictures. */
export const TEXT_REFUSALS = ['kind', 'too-large', 'too-slow', 'unreadable', 'empty'] as const;
export type TextRefusal = (typeof TEXT_REFUSALS)[number];

/** How far the reading of a file's text has come. */
export type TextReading = 'waiting' | 'read' | TextRefusal;

/** The kind as which a file's text is read, or null. */
export function textKindOf(fileName: string): TextKind | null {
  const kind = fileKindOf(fileName);
  return TEXT_KINDS.find((known) => known === kind) ?? null;
}
