import type { EvidenceFinding } from '@office/contracts';

/** As many as a person can look at; a broken chain may have thousands. */
const MOST_LISTED = 200;
const LONGEST_VALUE = 300;

const shown = (value: string | null): string | null =>
  value !== null && value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)} …` : value;

/** What a verification has found so far. */
export class Findings {
  readonly listed: EvidenceFinding[] = [];
  more = 0;

  add(fault: EvidenceFinding['fault'], where: Partial<Omit<EvidenceFinding, 'fault'>> = {}): void {
    if (this.listed.length >= MOST_LISTED) {
      this.more += 1;
      return;
    }
    const fields = (where.fields ?? []).map(({ name, recorded, now }) => ({ name, recorded: shown(recorded), now: shown(now) }));
    this.listed.push({ table: null, id: null, seq: null, day: null, label: null, ...where, fault, fields });
  }
}
