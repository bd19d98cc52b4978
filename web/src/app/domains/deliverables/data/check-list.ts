import type { DeliverableView, ReviewCommentView, ReviewRoundView, SignOffCheckView } from '@office/contracts';
import { CONFIRMABLE_CHECKS, type ConfirmableCheck, fileKindOf, isChecked, isOpenMajor, type SignOffCheck } from '@office/domain';
import { plural } from '../../../shared/util-locale/format';
import { verdictsInWords, votesWords } from '../../quality-board/data/board-words';
import { checkWords } from './check-words';
import { roundOf } from './rounds';

export interface CheckItem {
  readonly id: SignOffCheck | 'quorum' | 'majority';
  readonly met: boolean;
  readonly words: string;
  /** Who saw it with own eyes. */
  readonly seen: Pick<SignOffCheckView, 'by' | 'at'> | null;
  /** What somebody who has looked at the file may still confirm. */
  readonly confirm: ConfirmableCheck | null;
}

export interface MajorComment extends ReviewCommentView {
  readonly from: string;
}

/** What is still open of what the board wrote as major, in any round, with who wrote it. */
export const majorComments = (rounds: readonly ReviewRoundView[]): MajorComment[] =>
  rounds.flatMap(({ reviews }) =>
    reviews.flatMap((review) =>
      review.comments.filter(isOpenMajor).map((comment) => ({ ...comment, from: review.by.beneficiary ?? review.by.name })),
    ),
  );

const plain = (id: CheckItem['id'], met: boolean, words: string): CheckItem => ({ id, met, words, seen: null, confirm: null });

function textItem({ check, state, by, at }: SignOffCheckView, view: DeliverableView): CheckItem {
  const met = state === 'found' || state === 'confirmed';
  const confirm = met ? null : (CONFIRMABLE_CHECKS.find((confirmable) => confirmable === check) ?? null);
  return { id: check, met, words: checkWords(check, state, view.reading), seen: state === 'confirmed' ? { by, at } : null, confirm };
}

/** One line for what the portal takes: a version is one file by its nature. */
function fileItem({ versions: [newest] }: DeliverableView): CheckItem {
  const kind = newest && fileKindOf(newest.fileName);
  const words = kind
    ? $localize`:@@check.file:One file, in a format that the EU portal takes (${kind}:kind:)`
    : $localize`:@@check.noFile:No file that the EU portal takes`;
  return plain('allowed-kind', Boolean(kind), words);
}

function majorsItem({ openMajorComments: majors }: DeliverableView): CheckItem {
  const words =
    majors === 0
      ? $localize`:@@check.noMajor:No major comment without an agreed answer`
      : plural(majors, {
          one: $localize`:@@check.majorOne:1 major comment without an agreed answer`,
          other: $localize`:@@check.major:${majors}:count: major comments without an agreed answer`,
        });
  return plain('majors-agreed', majors === 0, words);
}

function itemOf(check: SignOffCheckView, view: DeliverableView): CheckItem[] {
  switch (check.check) {
    case 'emblem-and-statement':
    case 'disclaimer':
      return [textItem(check, view)];
    case 'one-file':
      return [];
    case 'allowed-kind':
      return [fileItem(view)];
    case 'majors-agreed':
      return [majorsItem(view)];
  }
}

function roundItems({ tally }: ReviewRoundView): CheckItem[] {
  const quorum = $localize`:@@check.quorum:Quorum of ${tally.quorum}:quorum:: ${verdictsInWords(tally)}:verdicts:`;
  const majority = $localize`:@@check.majority:Majority: ${votesWords(tally)}:votes:`;
  return [plain('quorum', tally.quorumReached, quorum), plain('majority', tally.inFavour >= Math.max(tally.majority, 1), majority)];
}

/** What stands between the newest version and its sign-off; empty once there is nothing to sign off. */
export function checkList(view: DeliverableView): CheckItem[] {
  if (!isChecked(view.state)) return [];
  const round = roundOf(view);
  return [...view.checks.flatMap((check) => itemOf(check, view)), ...(round ? roundItems(round) : [])];
}
