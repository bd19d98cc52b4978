import type { Verdict } from '@office/domain';
import type { Scene } from './cast.js';

/** One entry of a script: how many days after its anchor something is done. */
export type Move = { readonly day: number } & (
  | { readonly move: 'upload'; readonly as: 'docx' | 'pdf'; readonly note: string }
  | {
      readonly move:
        'appoint' | 'open-review' | 'recuse' | 'request-changes' | 'sign-off' | 'approve' | 'submit' | 'accept' | 'ask-revision';
    }
  /** The lead answers the first so many of those who were against; without a number all of them. */
  | { readonly move: 'answers'; readonly until: number; readonly first?: number }
  /** What they say of the answers, in the same order. */
  | { readonly move: 'agreements'; readonly until: number; readonly agreed: readonly boolean[] }
  | { readonly move: 'votes'; readonly until: number; readonly verdicts: readonly Verdict[]; readonly stillAwaited?: readonly string[] }
);
export type Script = readonly Move[];

const OUTLINE = 'Outline and first chapters, for comments by the contributors.';
const FULL_DRAFT = 'Complete draft for the quality board.';
const ANSWERS = 'Answers the comments of the last round; a table of changes is at the end.';
const ANSWERS_EACEA = 'Answers the request of EACEA.';

const FOR: readonly Verdict[] = ['accept', 'minor-changes', 'accept', 'accept', 'minor-changes'];
const UNANIMOUS: readonly Verdict[] = ['accept', 'accept', 'minor-changes', 'accept', 'accept', 'accept'];
const ALL_AGREED: readonly boolean[] = [true, true, true];
const AGAINST: readonly Verdict[] = ['major-changes', 'minor-changes', 'major-changes', 'accept', 'major-changes'];

/** Days are counted from the due date. */
const ON_TIME: Script = [
  { day: -46, move: 'appoint' },
  { day: -44, move: 'upload', as: 'docx', note: OUTLINE },
  { day: -26, move: 'upload', as: 'pdf', note: FULL_DRAFT },
  { day: -25, move: 'open-review' },
  { day: -22, move: 'votes', until: -13, verdicts: FOR },
  { day: -12, move: 'sign-off' },
  { day: -8, move: 'approve' },
  { day: -4, move: 'submit' },
  { day: 46, move: 'accept' },
];

const TWO_ROUNDS: Script = [
  { day: -60, move: 'appoint' },
  { day: -58, move: 'upload', as: 'docx', note: OUTLINE },
  { day: -46, move: 'upload', as: 'pdf', note: FULL_DRAFT },
  { day: -45, move: 'open-review' },
  { day: -42, move: 'votes', until: -33, verdicts: AGAINST },
  { day: -32, move: 'request-changes' },
  { day: -25, move: 'answers', until: -23 },
  { day: -21, move: 'upload', as: 'pdf', note: ANSWERS },
  { day: -20, move: 'open-review' },
  { day: -19, move: 'agreements', until: -18, agreed: ALL_AGREED },
  { day: -17, move: 'votes', until: -10, verdicts: UNANIMOUS },
  { day: -8, move: 'sign-off' },
  { day: -5, move: 'approve' },
  { day: -2, move: 'submit' },
  { day: 52, move: 'accept' },
];

/** A holiday week: too few have voted when the round closes, so it is extended, and ends well. */
const EXTENDED: Script = [
  { day: -64, move: 'appoint' },
  { day: -62, move: 'upload', as: 'docx', note: OUTLINE },
  { day: -50, move: 'upload', as: 'pdf', note: FULL_DRAFT },
  { day: -49, move: 'open-review' },
  { day: -46, move: 'votes', until: -38, verdicts: ['accept', 'minor-changes', 'accept'] },
  { day: -33, move: 'votes', until: -31, verdicts: ['accept', 'minor-changes'] },
  { day: -12, move: 'sign-off' },
  { day: -9, move: 'approve' },
  { day: -6, move: 'submit' },
  { day: 48, move: 'accept' },
];

/** A member who is too near to the work says so on the day after the round was opened. */
const withRecusal = (script: Script): Script =>
  script.flatMap((entry): Move[] => (entry.move === 'open-review' ? [entry, { day: entry.day + 1, move: 'recuse' }] : [entry]));

const later = (script: Script, days: number): Script =>
  script.map((entry) =>
    'until' in entry ? { ...entry, day: entry.day + days, until: entry.until + days } : { ...entry, day: entry.day + days },
  );

/** Lives that end well, one of them a little late. */
export const WHOLE_LIVES: readonly Script[] = [ON_TIME, TWO_ROUNDS, withRecusal(later(ON_TIME, -3)), later(ON_TIME, 13), EXTENDED];

/** Days are counted from today. Whoever is still awaited finds something to review. */
export const SCENE_SCRIPTS: Readonly<Record<Scene, Script>> = {
  drafting: [
    { day: -17, move: 'upload', as: 'docx', note: OUTLINE },
    { day: -5, move: 'upload', as: 'docx', note: 'Second draft with the contributions of the partners.' },
  ],
  'in-review': [
    { day: -26, move: 'appoint' },
    { day: -24, move: 'upload', as: 'docx', note: OUTLINE },
    { day: -9, move: 'upload', as: 'pdf', note: FULL_DRAFT },
    { day: -8, move: 'open-review' },
    { day: -6, move: 'votes', until: -2, verdicts: ['accept', 'accept', 'minor-changes'], stillAwaited: ['PXU', 'QUI'] },
  ],
  'in-second-review': [
    { day: -64, move: 'appoint' },
    { day: -62, move: 'upload', as: 'docx', note: OUTLINE },
    { day: -46, move: 'upload', as: 'pdf', note: FULL_DRAFT },
    { day: -45, move: 'open-review' },
    { day: -42, move: 'votes', until: -33, verdicts: AGAINST },
    { day: -31, move: 'request-changes' },
    { day: -17, move: 'answers', until: -15 },
    { day: -13, move: 'upload', as: 'pdf', note: ANSWERS },
    { day: -12, move: 'open-review' },
    { day: -10, move: 'agreements', until: -9, agreed: [true, false] },
    { day: -7, move: 'votes', until: -3, verdicts: ['minor-changes', 'accept'], stillAwaited: ['PXU', 'QUI', 'HANU'] },
  ],
  'changes-requested': [
    { day: -30, move: 'upload', as: 'docx', note: OUTLINE },
    { day: -22, move: 'upload', as: 'pdf', note: FULL_DRAFT },
    { day: -21, move: 'open-review' },
    { day: -18, move: 'votes', until: -7, verdicts: AGAINST },
    { day: -5, move: 'request-changes' },
    { day: -2, move: 'answers', until: -1, first: 1 },
  ],
  'revision-requested': [{ day: -11, move: 'ask-revision' }],
};

/** What is left of a scene's script for a deliverable that was whole once. */
export const withoutOutline = (script: Script): Script => script.filter((entry) => entry.move !== 'upload' || entry.note !== OUTLINE);

/** What went before a scene of a deliverable that is long past its day: EACEA has sent it back. */
export const SENT_BACK: Script = [
  { day: -75, move: 'ask-revision' },
  { day: -66, move: 'upload', as: 'pdf', note: ANSWERS_EACEA },
];
