import { dateIn } from '@office/domain';
import { dateWords, timeWords, zoneCity } from '../../../shared/util-time/words';

const inZone = (at: string, zone: string, withYear: boolean): string =>
  `${dateWords(dateIn(zone, new Date(at)), withYear)}, ${timeWords(at, zone)} ${zoneCity(zone)}`;

/** "16 Sep 2024, 23:59 Rome · 17 Sep, 04:59 Ho Chi Minh"; one of them where both clocks show the same. */
export function deadlineWords(at: string, deadlineZone: string, personZone: string): string {
  const [there, here] = [inZone(at, deadlineZone, true), inZone(at, personZone, false)];
  const same = timeWords(at, deadlineZone) === timeWords(at, personZone);
  return same ? there : `${there} · ${here}`;
}
