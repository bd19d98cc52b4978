import type { ProjectRole, WarningKind, WarningSeverity, WarningSubjectKind } from '@office/domain';
import type { BeneficiaryRef, PersonRef } from './common.js';

/** Something that needs somebody; the page words it by `kind`. */
export interface AttentionItem {
  kind: WarningKind;
  severity: WarningSeverity;
  subject: { kind: WarningSubjectKind; id: string; number: string; title: string };
  /** Who leads it; null for what belongs to the whole consortium. */
  lead: BeneficiaryRef | null;
  /** Institutions that can act: whom a filter by partner finds it under. */
  beneficiaries: BeneficiaryRef[];
  /** `YYYY-MM-DD`: its day; of silence the day of the last word, of what is blocked the day it was said. */
  on: string;
  /** Days since that day; negative while it lies ahead. */
  days: number;
  /** Why it is blocked, in the words of who said it; numbers of what it waits for; empty otherwise. */
  detail: string;
  /** Roles that can act. */
  roles: ProjectRole[];
  /** People who can act; empty when nobody holds such a role. */
  people: PersonRef[];
}
