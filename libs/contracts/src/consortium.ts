import type { BeneficiaryRole, BodyKind, ProjectRole, ReportKind } from '@office/domain';
import type { BeneficiaryRef, WithProvenance } from './common.js';

export interface ReportingPeriodView extends WithProvenance {
  number: number;
  fromMonth: number;
  toMonth: number;
  kind: ReportKind;
  /** `YYYY-MM-DD` */
  endsOn: string;
  /** `YYYY-MM-DD`, 60 days after the end unless the agreement says otherwise. */
  reportDueOn: string;
}

export interface ProjectView extends WithProvenance {
  id: string;
  acronym: string;
  title: string;
  grantNumber: string;
  call: string;
  programme: string;
  strand: number;
  startDate: string;
  endDate: string;
  durationMonths: number;
  grantingAuthority: string;
  currency: string;
  maximumGrantCents: number;
  fundingRateBasisPoints: number;
  reportingPeriods: ReportingPeriodView[];
}

export interface BeneficiaryView extends WithProvenance {
  id: string;
  number: number;
  shortName: string;
  name: string;
  localName: string;
  country: string;
  city: string;
  website: string;
  role: BeneficiaryRole;
  timeZone: string;
  aliases: { name: string; validFrom: string | null; validTo: string | null }[];
  leads: { workPackages: number; tasks: number; deliverables: number };
}

export interface MemberView {
  id: string;
  personId: string;
  name: string;
  email: string;
  roles: ProjectRole[];
  beneficiary: BeneficiaryRef | null;
  bodies: { kind: BodyKind; chair: boolean }[];
}

/** The page "Partners & people". */
export interface ConsortiumView {
  project: ProjectView;
  beneficiaries: BeneficiaryView[];
  people: MemberView[];
}
