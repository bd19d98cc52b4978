import { describe, expect, it } from '@jest/globals';
import { DELIVERABLE_STATES } from './deliverable-states.js';
import { TEXT_REFUSALS, textKindOf } from './document-text.js';
import { CONFIRMABLE_CHECKS, isChecked, openChecks, signOffChecks, SIGN_OFF_CHECKS, type SignOffFacts } from './sign-off-checks.js';

const facts = (more: Partial<SignOffFacts<string>> = {}): SignOffFacts<string> => ({
  fileName: 'report.pdf',
  reading: 'read',
  visibility: { statement: true, disclaimer: true },
  confirmations: [],
  openMajors: 0,
  ...more,
});
const at = '2024-09-16T08:00:00.000Z';
const states = (more: Partial<SignOffFacts<string>> = {}): string[] => signOffChecks(facts(more)).map(({ state }) => state);
const confirmed = CONFIRMABLE_CHECKS.map((check) => ({ check, by: 'Hanoi', at }));

describe('the check-list before a sign-off', () => {
  it.each([
    ['all found, the emblem not looked at', {}, ['open', 'found', 'found', 'found', 'found']],
    ['nothing found', { visibility: { statement: false, disclaimer: false } }, ['missing', 'missing', 'found', 'found', 'found']],
    [
      'not read yet',
      { reading: 'waiting', visibility: { statement: false, disclaimer: false } },
      ['open', 'open', 'found', 'found', 'found'],
    ],
    ['everything confirmed', { reading: 'kind', confirmations: confirmed }, ['confirmed', 'confirmed', 'found', 'found', 'found']],
    ['found and confirmed', { confirmations: confirmed }, ['confirmed', 'found', 'found', 'found', 'found']],
    [
      'a kind that the portal does not take',
      { fileName: 'report.exe', confirmations: confirmed },
      ['confirmed', 'found', 'found', 'missing', 'found'],
    ],
    ['a major comment not agreed', { openMajors: 1, confirmations: confirmed }, ['confirmed', 'found', 'found', 'found', 'open']],
  ] as const)('%s', (_, more, expected) => {
    expect(states(more)).toEqual(expected);
  });

  it.each(TEXT_REFUSALS)('waits for a person where there is no text (%s)', (reading) => {
    expect(openChecks(signOffChecks(facts({ reading, visibility: { statement: true, disclaimer: true } })))).toEqual([
      'emblem-and-statement',
      'disclaimer',
    ]);
  });

  it('says who confirmed what, and nobody for what the office found itself', () => {
    const items = signOffChecks(facts({ confirmations: confirmed }));
    expect(items.map(({ by, at: when }) => [by, when])).toEqual([
      ['Hanoi', at],
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ]);
  });

  it('names what is open, in its order', () => {
    expect(openChecks(signOffChecks(facts({ reading: 'waiting', openMajors: 2 })))).toEqual([
      'emblem-and-statement',
      'disclaimer',
      'majors-agreed',
    ]);
    expect(openChecks(signOffChecks(facts({ confirmations: confirmed })))).toEqual([]);
    expect(signOffChecks(facts()).map(({ check }) => check)).toEqual(SIGN_OFF_CHECKS);
  });

  it('is open before the sign-off and settled after it', () => {
    expect(DELIVERABLE_STATES.filter(isChecked)).toEqual(['drafting', 'in-review']);
  });
});

describe('the kinds whose text is read', () => {
  it.each([
    ['report.PDF', 'pdf'],
    ['report.docx', 'docx'],
    ['report.odt', 'odt'],
    ['list.csv', 'csv'],
    ['report.doc', null],
    ['report.rtf', null],
    ['all.zip', null],
    ['picture.png', null],
  ])('%s', (name, kind) => {
    expect(textKindOf(name)).toBe(kind);
  });
});
