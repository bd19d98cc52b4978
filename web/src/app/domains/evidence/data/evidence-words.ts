import type { EvidenceFinding, RetentionView } from '@office/contracts';
import type { EvidenceFault } from '@office/domain';
import { dateWords } from '../../../shared/util-time/words';

const TABLES: Readonly<Record<string, () => string>> = {
  audit_entry: () => $localize`:@@evidence.table.audit:Activity log`,
  status_update: () => $localize`:@@evidence.table.status:Status updates`,
  deliverable_version: () => $localize`:@@evidence.table.version:Versions of deliverables`,
  stored_file: () => $localize`:@@evidence.table.file:Files`,
  file_scan: () => $localize`:@@evidence.table.scan:Virus scans`,
  review: () => $localize`:@@evidence.table.review:Reviews`,
  review_comment: () => $localize`:@@evidence.table.comment:Comments of reviews`,
  review_recusal: () => $localize`:@@evidence.table.recusal:Conflicts of interest`,
  comment_answer: () => $localize`:@@evidence.table.answer:Answers to comments`,
  comment_agreement: () => $localize`:@@evidence.table.agreement:Agreements to answers`,
  version_confirmation: () => $localize`:@@evidence.table.confirmation:Confirmed checks`,
  sign_off: () => $localize`:@@evidence.table.signOff:Sign-offs`,
  task_evidence: () => $localize`:@@evidence.table.taskEvidence:Evidence of tasks`,
  plan_version: () => $localize`:@@evidence.table.plan:Versions of the agreement`,
  retention_hold: () => $localize`:@@evidence.table.hold:Holds`,
  accepted_share: () => $localize`:@@evidence.table.share:Accepted shares`,
};

/** What is kept in a table; one that has no words yet says its own name. */
export const tableWords = (table: string): string => TABLES[table]?.() ?? table.replaceAll('_', ' ');

const FAULTS: Readonly<Record<EvidenceFault, () => string>> = {
  'entries-missing': () => $localize`:@@evidence.fault.missing:Entries before this one were taken out of the chain`,
  'entry-moved': () => $localize`:@@evidence.fault.moved:This entry does not follow the one before it`,
  'entry-altered': () => $localize`:@@evidence.fault.entry:This entry of the chain was altered`,
  'row-altered': () => $localize`:@@evidence.fault.row:Altered since it was recorded`,
  'row-removed': () => $localize`:@@evidence.fault.removed:Recorded, but gone`,
  'row-unrecorded': () => $localize`:@@evidence.fault.unrecorded:Put in past the office: it never entered the chain`,
  'guard-off': () => $localize`:@@evidence.fault.guard:A guard of this table is switched off`,
  'seal-forged': () => $localize`:@@evidence.fault.forged:This seal is not what was signed`,
  'seal-key-unknown': () => $localize`:@@evidence.fault.key:This seal is signed with a key that is not the office’s`,
  'chain-rewritten': () => $localize`:@@evidence.fault.rewritten:The chain is not the one that was sealed: written anew, or cut off`,
  'file-altered': () => $localize`:@@evidence.fault.file:The content of this file was altered`,
  'file-missing': () => $localize`:@@evidence.fault.fileMissing:This file is gone`,
};

export const faultWords = ({ fault }: Pick<EvidenceFinding, 'fault'>): string => FAULTS[fault]();

/** Where: what kind of thing, its name, its place in the chain. */
export function placeWords({ table, label, seq, day }: EvidenceFinding): string {
  return [
    table === null ? null : tableWords(table),
    label,
    day === null ? null : $localize`:@@evidence.sealOf:Seal of ${dateWords(day)}:date:`,
    seq === null ? null : $localize`:@@evidence.entry:entry ${seq}:seq:`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

export function retentionWords({ state, keepUntil }: RetentionView): string {
  switch (state) {
    case 'until-final-payment':
      return $localize`:@@evidence.retention.unpaid:Everything is kept. The five years are counted from the final payment, which is not recorded yet.`;
    case 'held':
      return $localize`:@@evidence.retention.held:Everything is kept for as long as a hold is on.`;
    case 'counting':
      return $localize`:@@evidence.retention.counting:Everything is kept until ${dateWords(keepUntil ?? '')}:date:.`;
    case 'over':
      return $localize`:@@evidence.retention.over:It had to be kept until ${dateWords(keepUntil ?? '')}:date:. The office deletes nothing by itself.`;
  }
}
