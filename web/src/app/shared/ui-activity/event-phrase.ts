import type { IconName } from '../ui-icon/icon';

export interface EventWords {
  /** What happened to the subject, as a whole phrase: "Version 0.3 uploaded". */
  readonly words: string;
  readonly icon: IconName;
  readonly tone: 'brand' | 'ok' | 'warn' | 'review' | 'idle';
}
