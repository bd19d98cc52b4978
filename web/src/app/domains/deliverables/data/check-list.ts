import type { DeliverableView, ReviewCommentView, ReviewRoundView } from '@office/contracts';
import { fileKindOf } from '@office/domain';
import { plural } from '../../../shared/util-locale/format';
import { verdictsInWords, votesWords } from '../../quality-board/data/board-words';
import { roundOf } from './rounds';

export interface CheckItem {
  readonly id: 'file' | 'quorum' | 'majority' | 'comments';
  readonly met: boolean;
  readonly words: string;
}

export interface MajorComment extends ReviewCommentView {
  readonly from: string;
}

/** What the board wrote as major in a round, with who wrote it. */
export const majorComments = (round: ReviewRoundView | null): MajorComment[] =>
  (round?.reviews ?? []).flatMap((review) =>
    review.comments
      .filter((comment) => comment.kind === 'major')
      .map((comment) => ({ ...comment, from: review.by.beneficiary ?? review.by.name })),
  );

function fileItem({ versions: [newest] }: DeliverableView): CheckItem {
  const kind = newest && fileKindOf(newest.fileName);
  const words = kind
    ? $localize`:@@check.file:One file, in a format that the EU portal takes (${kind}:kind:)`
    : $localize`:@@check.noFile:No file that the EU portal takes`;
  return { id: 'file', met: Boolean(kind), words };
}

function roundItems(round: ReviewRoundView): CheckItem[] {
  const { tally } = round;
  const majors = majorComments(round).length;
  const none = $localize`:@@check.noMajor:No major comment in this round`;
  return [
    {
      id: 'quorum',
      met: tally.quorumReached,
      words: $localize`:@@check.quorum:Quorum of ${tally.quorum}:quorum:: ${verdictsInWords(tally)}:verdicts:`,
    },
    {
      id: 'majority',
      met: tally.inFavour >= Math.max(tally.majority, 1),
      words: $localize`:@@check.majority:Majority: ${votesWords(tally)}:votes:`,
    },
    {
      id: 'comments',
      met: majors === 0,
      words:
        majors === 0
          ? none
          : plural(majors, {
              one: $localize`:@@check.majorOne:1 major comment in this round`,
              other: $localize`:@@check.major:${majors}:count: major comments in this round`,
            }),
    },
  ];
}

/** What stands between a version and its sign-off, from what the office knows; empty once there is nothing to sign off. */
export function checkList(view: DeliverableView): CheckItem[] {
  const round = roundOf(view);
  if (round) return [fileItem(view), ...roundItems(round)];
  return view.state === 'drafting' ? [fileItem(view)] : [];
}
