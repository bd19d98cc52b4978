import type { AmendmentClause, ChangeClass, ClassificationReason, PlanFinding } from '@office/domain';
import { spanLabel } from './months';

const CLASSES: Readonly<Record<ChangeClass, () => string>> = {
  free: () => $localize`:@@change.free:Free: no amendment is needed`,
  'internal-agreement': () => $localize`:@@change.internal:The consortium agrees on this itself`,
  amendment: () => $localize`:@@change.amendment:Needs an amendment of the grant agreement`,
};

const CLAUSES: Readonly<Record<AmendmentClause, () => string>> = {
  AT1: () => $localize`:@@clause.at1:a beneficiary joins`,
  AT4: () => $localize`:@@clause.at4:a beneficiary leaves`,
  AT11: () => $localize`:@@clause.at11:another coordinator`,
  AT12: () => $localize`:@@clause.at12:another bank account`,
  AT21: () => $localize`:@@clause.at21:change of Annex 1 or 2`,
  AT24: () => $localize`:@@clause.at24:another start date`,
  AT25: () => $localize`:@@clause.at25:another duration`,
  AT26: () => $localize`:@@clause.at26:other reporting periods`,
};

const REASONS: Readonly<Record<ClassificationReason, () => string>> = {
  'agreement-not-locked': () => $localize`:@@why.notLocked:The agreement is not signed yet; until then the plan may be edited.`,
  'order-is-ours': () => $localize`:@@why.order:The order of rows is not part of the agreement.`,
  'contributors-are-ours': () => $localize`:@@why.contributors:The agreement names the lead only; who helps is for the consortium to say.`,
  'due-date-open': () =>
    $localize`:@@why.dueOpen:A due date moves by agreement with the project officer as long as the deliverable is pending or draft in the portal and neither the old date nor the new one is past.`,
  'due-date-handed-in': () => $localize`:@@why.dueHandedIn:The deliverable is handed in already, so its due date is fixed by Annex 1.`,
  'due-date-past': () => $localize`:@@why.duePast:The old due date or the new one is past, so it is fixed by Annex 1.`,
  'description-of-the-action': () => $localize`:@@why.description:This is written in the description of the action (Annex 1).`,
  'start-date-agreed': () => $localize`:@@why.start:The start date is part of the Data Sheet.`,
  'duration-agreed': () => $localize`:@@why.duration:The duration is part of the Data Sheet.`,
  'reporting-periods-agreed': () => $localize`:@@why.periods:The reporting periods are part of the Data Sheet.`,
  'spent-within-share': () => $localize`:@@why.withinShare:How a lump-sum share is spent is not part of the agreement.`,
  'distribution-is-ours': () => $localize`:@@why.distribution:How the consortium divides the money is its own agreement.`,
  'share-is-agreed': () => $localize`:@@why.share:Lump-sum shares are part of Annex 2.`,
  'beneficiary-joins': () => $localize`:@@why.joins:A new beneficiary accedes to the agreement.`,
  'beneficiary-leaves': () => $localize`:@@why.leaves:A beneficiary's participation is ended by an amendment.`,
  'coordinator-changes': () => $localize`:@@why.coordinator:The coordinator is named in the agreement.`,
  'bank-account-changes': () => $localize`:@@why.bank:The coordinator's bank account is part of the Data Sheet.`,
  'register-only': () => $localize`:@@why.register:This is changed in the Participant Register or in the portal only.`,
};

export const classWords = (change: ChangeClass): string => CLASSES[change]();
/** "AT21, change of Annex 1 or 2" */
export const clauseWords = (clause: AmendmentClause): string => `${clause}, ${CLAUSES[clause]()}`;
export const reasonWords = (reason: ClassificationReason): string => REASONS[reason]();

/** What is wrong or odd about months that are moved; other findings are told by their rows. */
export function findingWords({ code, params }: PlanFinding): string {
  const subject = String(params['subject'] ?? '');
  const workPackage = String(params['workPackage'] ?? '');
  const span = spanLabel(Number(params['startMonth'] ?? 0), Number(params['endMonth'] ?? 0));
  switch (code) {
    case 'task-outside-work-package':
    case 'deliverable-outside-work-package':
    case 'milestone-outside-work-package':
      return $localize`:@@finding.outside:${subject}:subject: lies outside of ${workPackage}:workPackage: (${span}:months:).`;
    case 'month-outside-project':
      return $localize`:@@finding.outsideProject:${subject}:subject: lies outside of the project.`;
    case 'months-reversed':
      return $localize`:@@finding.reversed:${subject}:subject: would end before it starts.`;
    default:
      return subject === ''
        ? $localize`:@@finding.otherPlan:The plan has another open point.`
        : $localize`:@@finding.other:The plan has another open point at ${subject}:subject:.`;
  }
}
