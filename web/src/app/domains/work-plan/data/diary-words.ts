import type { DiarySubject } from '@office/contracts';

/** "WP4", "T4.4", "T4.4 · QUI" */
export const subjectLabel = ({ number, part }: DiarySubject): string => (part === null ? number : `${number} · ${part.shortName}`);

/** Key of a subject in a list: a part has its task's id. */
export const subjectKey = ({ id, part }: DiarySubject): string => `${id}/${part?.id ?? ''}`;
