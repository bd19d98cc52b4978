import { plainDate, type PlainDate } from '@office/domain';
import { officeTime } from './calendar.js';
import type { AmendmentStep } from './steps.js';
import { zoneOf, type Strive } from './strive.js';

/** The one amendment of the demonstration: the seminar in Quang Ninh stays, its task has a month more for what follows. */
export const DEMO_AMENDMENT = {
  title: 'One month more for the seminar in Quang Ninh (T2.2)',
  justification:
    'The seminar itself stays in September 2024. Recordings and materials are then prepared in both languages and published, ' +
    'which takes until the end of November. Work, partners, deliverables and the lump sum stay as they are.',
  task: 'T2.2',
  endMonth: 11,
  reference: 'Steering committee, online meeting of 19 June 2024, item 4',
  checkNote: 'The project officer has no objection; a request with the clause for Annex 1 is enough.',
  effectiveOn: plainDate('2024-08-09'),
} as const;

const STEPS: readonly (readonly [AmendmentStep['amendment'], string])[] = [
  ['prepare', '2024-06-10'],
  ['approve', '2024-06-19'],
  ['check-informally', '2024-07-02'],
  ['submit', '2024-07-10'],
  ['accept', '2024-08-09'],
];

export function amendmentLife(strive: Strive): AmendmentStep[] {
  const coordinator = strive.file.beneficiaries.find(({ role }) => role === 'coordinator')?.shortName ?? '';
  return STEPS.map(([amendment, day]) => {
    const on = plainDate(day);
    return { amendment, on, at: officeTime(zoneOf(strive, coordinator), on, 'amendment', amendment) };
  });
}

/** STRIVE as it is planned on a day: with the amendment from its date on. */
export function amended(strive: Strive, today: PlainDate): Strive {
  if (today < DEMO_AMENDMENT.effectiveOn) return strive;
  const { task, endMonth } = DEMO_AMENDMENT;
  const file = structuredClone(strive.file);
  for (const record of file.tasks) if (record.number === task) record.endMonth = endMonth;
  return { ...strive, file };
}
