import type { TrafficLight } from '@office/domain';

const WORDS: Readonly<Record<TrafficLight, () => string>> = {
  green: () => $localize`:@@light.green:Green`,
  amber: () => $localize`:@@light.amber:Amber`,
  red: () => $localize`:@@light.red:Red`,
};

/** The lead's own view of the whole, in a word. */
export const trafficLightWords = (light: TrafficLight | null): string => (light === null ? $localize`:@@light.none:None` : WORDS[light]());
