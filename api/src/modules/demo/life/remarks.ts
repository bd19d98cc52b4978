import type { CommentKind } from '@office/domain';

export interface Remark {
  readonly anchor: string;
  readonly text: string;
}

/** What reviewers write, by the weight of the comment. */
export const REMARKS: Readonly<Record<CommentKind, readonly Remark[]>> = {
  major: [
    {
      anchor: 'Section 3',
      text: 'The results are described but not compared with what Annex 1 promises. Add a table: planned, done, difference.',
    },
    {
      anchor: 'Section 4',
      text: 'There are no figures for the satisfaction of the Vietnamese participants. The questionnaires were collected; please add them.',
    },
    { anchor: 'Chapter 2', text: 'The method is not explained: who was asked, how many answered, and when.' },
    { anchor: 'Conclusions', text: 'The conclusions do not follow from the chapters before; each needs the page it rests on.' },
    { anchor: 'Annexes', text: 'Attendance list and programme are missing. Without them the activity cannot be shown to EACEA.' },
    { anchor: 'Section 5', text: 'The part of each partner is not visible. Say who did what, as the partnership agreement asks.' },
  ],
  minor: [
    { anchor: 'Page 4', text: 'Abbreviations are used before they are explained; a list at the beginning would help new universities.' },
    { anchor: 'Table 2', text: 'The sum of the last column is not the sum of its rows.' },
    { anchor: 'Figure 1', text: 'The text inside the figure cannot be read when printed in black and white.' },
    { anchor: 'Introduction', text: 'Name the work package and the task, so that the document can be read on its own.' },
    { anchor: 'Section 2.1', text: 'Two names of the same institution are used; take the one in the grant agreement.' },
    { anchor: 'Footnotes', text: 'Some links lead to pages that need a login; give the public address.' },
    { anchor: 'Cover page', text: 'The version and the date on the cover are those of the draft before.' },
  ],
  advice: [
    { anchor: '', text: 'A summary of one page in Vietnamese would make it useful beyond the consortium.' },
    { anchor: 'Section 3', text: 'The good examples deserve a box of their own.' },
    { anchor: '', text: 'Readable and complete; the order of chapters 3 and 4 could be turned round.' },
    { anchor: 'Annexes', text: 'The slides could be linked instead of attached: the file would be half as large.' },
    { anchor: '', text: 'Well done. The next report can take the same structure.' },
    { anchor: 'Chapter 4', text: 'Consider adding what the partners would do differently next time.' },
  ],
};

/** What the lead answers to a comment. */
export const ANSWERS: readonly string[] = [
  'Added in the new version, with a table of what was planned and what was done.',
  'The figures were collected again from the partners and are now in the annex.',
  'Rewritten: the method is described before the results, with the number of answers.',
  'Agreed; the chapter now names who did what.',
];

/** Why a reviewer does not agree with one. */
export const OBJECTIONS: readonly string[] = [
  'The table is there, but the column with the differences is still empty.',
  'The annex is mentioned but not part of the file.',
];

/** Why a member of the board has a conflict of interest. */
export const CONFLICTS: readonly string[] = [
  'I gave one of the sessions that this report assesses.',
  'My department was paid for part of this work.',
];

/** What EACEA asks when it sends a deliverable back. */
export const REVISION_REASONS: readonly string[] = [
  'Please add the list of the participating institutions and explain how the results will be used after the end of the project.',
  'The annexes mentioned in the text are not part of the file. Please submit one complete document.',
  'Please describe more clearly the difference between what was planned in Annex 1 and what was done, with the reasons.',
];
