import { describe, expect, it } from '@jest/globals';
import { aliasesWords, beneficiaryRoleWords, bodyWords, countryWords, languageOf, leadsWords, reportWords } from './consortium-words';

describe('words of the consortium', () => {
  it('writes names that were valid for a time with their dates', () => {
    const aliases = [
      { name: 'NAPA', validFrom: null, validTo: '2025-02-28' },
      { name: 'APAG', validFrom: '2025-03-01', validTo: null },
      { name: 'Academy', validFrom: '2024-01-01', validTo: '2025-02-28' },
      { name: 'Tuscia University', validFrom: null, validTo: null },
    ];
    expect(aliasesWords(aliases)).toBe(
      'NAPA (until 28 Feb 2025), APAG (since 1 Mar 2025), Academy (1 Jan 2024 to 28 Feb 2025), Tuscia University',
    );
  });

  it.each([
    [{ workPackages: 1, tasks: 3, deliverables: 1 }, '1 work package · 3 tasks · 1 deliverable'],
    [{ workPackages: 0, tasks: 1, deliverables: 0 }, '1 task'],
    [{ workPackages: 0, tasks: 0, deliverables: 0 }, ''],
  ])('leads %j', (leads, words) => {
    expect(leadsWords(leads)).toBe(words);
  });

  it('names roles, bodies, reports, countries and their languages', () => {
    expect(beneficiaryRoleWords('coordinator')).toBe('Coordinator');
    expect(bodyWords({ kind: 'quality-board', chair: true })).toBe('Quality board (chair)');
    expect(bodyWords({ kind: 'steering-committee', chair: false })).toBe('Steering committee');
    expect(reportWords('final')).toBe('Final report');
    expect(['VN', 'IT', 'PT'].map(countryWords)).toEqual(['Vietnam', 'Italy', 'Portugal']);
    expect(['VN', 'IT', 'PT'].map(languageOf)).toEqual(['vi', 'it', 'pt']);
  });
});
