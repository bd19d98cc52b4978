import type {
  BeneficiaryRef,
  BeneficiaryView,
  ConsortiumView,
  MemberView,
  PersonRef,
  ProjectView,
  ReportingPeriodView,
} from '@office/contracts';
import { reportDueDate } from '@office/domain';
import { PROJECT_MONTHS, PROJECT_START, dueOnOf, idOf } from './fixed.js';

const ref = (n: number, shortName: string, name: string): BeneficiaryRef => ({ id: idOf('beneficiary', n), shortName, name });

/** The seven beneficiaries of STRIVE, to lead things and to share them. */
export const CONSORTIUM = {
  AL: ref(1, 'AL', 'AlmaLaurea Interuniversity Consortium'),
  HANU: ref(2, 'HANU', 'Hanoi University'),
  PXU: ref(3, 'PXU', 'Phu Xuan University'),
  QUI: ref(4, 'QUI', 'Quang Ninh University of Industry'),
  APAG: ref(5, 'APAG', 'Academy of Public Administration and Governance'),
  UE: ref(6, 'UÉ', 'University of Évora'),
  UNITUS: ref(7, 'UNITUS', 'University of Tuscia'),
} as const satisfies Record<string, BeneficiaryRef>;

export const aBeneficiaryRef = (overrides: Partial<BeneficiaryRef> = {}): BeneficiaryRef => ({ ...CONSORTIUM.QUI, ...overrides });

export const aBeneficiary = (overrides: Partial<BeneficiaryView> = {}): BeneficiaryView => ({
  ...CONSORTIUM.QUI,
  number: 4,
  localName: 'Trường Đại học Công nghiệp Quảng Ninh',
  country: 'VN',
  city: 'Quang Ninh',
  website: 'qui.edu.vn',
  role: 'beneficiary',
  timeZone: 'Asia/Ho_Chi_Minh',
  aliases: [],
  leads: { workPackages: 0, tasks: 3, deliverables: 2 },
  provenance: 'stated',
  ...overrides,
});

/** A role account, as histories name it. */
export const aPersonRef = (overrides: Partial<PersonRef> = {}): PersonRef => ({
  id: idOf('person', 4),
  name: 'Partner coordinator QUI',
  beneficiary: 'QUI',
  ...overrides,
});

export const aMember = (overrides: Partial<MemberView> = {}): MemberView => ({
  id: idOf('membership', 4),
  personId: idOf('person', 4),
  name: 'Partner coordinator QUI',
  email: 'qui@strive.example',
  roles: ['partner-coordinator'],
  beneficiary: aBeneficiaryRef(),
  bodies: [{ kind: 'steering-committee', chair: false }],
  ...overrides,
});

/** End and due day follow from the last month unless they are given. */
export function aReportingPeriod(overrides: Partial<ReportingPeriodView> = {}): ReportingPeriodView {
  const toMonth = overrides.toMonth ?? 18;
  return {
    number: 1,
    fromMonth: 1,
    toMonth,
    kind: 'periodic',
    endsOn: dueOnOf(toMonth),
    reportDueOn: reportDueDate(PROJECT_START, toMonth),
    provenance: 'demonstration',
    ...overrides,
  };
}

export const aProject = (overrides: Partial<ProjectView> = {}): ProjectView => ({
  id: idOf('project', 1),
  acronym: 'STRIVE',
  title: 'STRengthening Internationalization of Vietnamese Emerging universities',
  grantNumber: '101128558',
  call: 'ERASMUS-EDU-2023-CBHE',
  programme: 'Erasmus+ Capacity Building in Higher Education',
  strand: 1,
  startDate: PROJECT_START,
  endDate: dueOnOf(PROJECT_MONTHS),
  durationMonths: PROJECT_MONTHS,
  grantingAuthority: 'European Education and Culture Executive Agency (EACEA)',
  currency: 'EUR',
  maximumGrantCents: 40_000_000,
  fundingRateBasisPoints: 9_000,
  reportingPeriods: [
    aReportingPeriod(),
    aReportingPeriod({ number: 2, fromMonth: 19, toMonth: 36 }),
    aReportingPeriod({ number: 3, fromMonth: 37, toMonth: 48, kind: 'final' }),
  ],
  provenance: 'stated',
  ...overrides,
});

export const aConsortium = (overrides: Partial<ConsortiumView> = {}): ConsortiumView => ({
  project: aProject(),
  beneficiaries: [
    aBeneficiary({
      ...CONSORTIUM.AL,
      number: 1,
      localName: 'Consorzio Interuniversitario AlmaLaurea',
      country: 'IT',
      city: 'Bologna',
      website: 'almalaurea.it',
      role: 'coordinator',
      timeZone: 'Europe/Rome',
    }),
    aBeneficiary(),
  ],
  people: [aMember()],
  ...overrides,
});
