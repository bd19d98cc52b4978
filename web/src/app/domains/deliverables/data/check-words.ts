import type { CheckState, ConfirmableCheck, SignOffCheck, TextReading, TextRefusal } from '@office/domain';

/** Why there is no text to look through. */
const UNREAD: Record<TextRefusal | 'waiting', () => string> = {
  waiting: () => $localize`:@@reading.waiting:The file is being read.`,
  kind: () => $localize`:@@reading.kind:Files of this kind are not read; look at the file itself.`,
  'too-large': () => $localize`:@@reading.tooLarge:The file is too large to be read here; look at the file itself.`,
  'too-slow': () => $localize`:@@reading.tooSlow:The file takes too long to be read; look at the file itself.`,
  unreadable: () => $localize`:@@reading.unreadable:The file is damaged or locked with a password; look at the file itself.`,
  empty: () => $localize`:@@reading.empty:The file has no text, only pictures; look at the file itself.`,
};

/** Why a file shows no text; empty when it was read. */
export const readingWords = (reading: TextReading | null): string => (reading === null || reading === 'read' ? '' : UNREAD[reading]());

function emblemWords(state: CheckState, reading: TextReading | null): string {
  const name = $localize`:@@check.emblem:EU emblem and funding statement`;
  if (state === 'missing') return $localize`:@@check.noStatement:EU emblem and funding statement: the text has no such statement`;
  if (state !== 'open') return name;
  return reading === 'read'
    ? $localize`:@@check.emblemUnseen:EU emblem and funding statement: the statement is there; whether the emblem is, somebody has to see`
    : `${name}: ${readingWords(reading)}`;
}

function disclaimerWords(state: CheckState, reading: TextReading | null): string {
  if (state === 'missing') return $localize`:@@check.noDisclaimer:Disclaimer: the text has none, or in other words`;
  if (state === 'open') return $localize`:@@check.disclaimerUnread:Disclaimer text: ${readingWords(reading)}:why:`;
  return $localize`:@@check.disclaimer:Disclaimer text present`;
}

/** What is known of a line that is about the text of the file. */
export const checkWords = (check: SignOffCheck, state: CheckState, reading: TextReading | null): string =>
  check === 'disclaimer' ? disclaimerWords(state, reading) : emblemWords(state, reading);

interface ConfirmWords {
  readonly title: string;
  readonly text: string;
  readonly action: string;
}

/** The question before somebody puts a name to what the file shows. */
export function confirmationWords(check: ConfirmableCheck, version: string): ConfirmWords {
  const action = $localize`:@@check.confirm:Confirm`;
  const name = $localize`:@@check.nameKept:Your name is kept with it, and it cannot be taken back.`;
  if (check === 'disclaimer')
    return {
      title: $localize`:@@check.confirmDisclaimer:Does version ${version}:version: contain the disclaimer?`,
      text: `${$localize`:@@check.disclaimerText:You have looked at the file, and it says that the views are those of the authors only and that neither the European Union nor the granting authority can be held responsible.`} ${name}`,
      action,
    };
  return {
    title: $localize`:@@check.confirmEmblem:Does version ${version}:version: show the EU emblem?`,
    text: `${$localize`:@@check.emblemText:You have looked at the file: the emblem stands in it unaltered, as prominent as any other logo, with “Funded by the European Union” or “Co-funded by the European Union” beside it.`} ${name}`,
    action,
  };
}
