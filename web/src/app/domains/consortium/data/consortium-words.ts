import type { BeneficiaryView, MemberView } from '@office/contracts';
import type { BeneficiaryRole, BodyKind, ReportKind } from '@office/domain';
import { currentLocale, plural } from '../../../shared/util-locale/format';
import { dateWords } from '../../../shared/util-time/words';

const ROLES: Record<BeneficiaryRole, () => string> = {
  coordinator: () => $localize`:@@beneficiary.coordinator:Coordinator`,
  beneficiary: () => $localize`:@@beneficiary.beneficiary:Beneficiary`,
  'affiliated-entity': () => $localize`:@@beneficiary.affiliated:Affiliated entity`,
  'associated-partner': () => $localize`:@@beneficiary.associated:Associated partner`,
};

const BODIES: Record<BodyKind, () => string> = {
  'steering-committee': () => $localize`:@@body.steering:Steering committee`,
  'quality-board': () => $localize`:@@body.quality:Quality board`,
};

const REPORTS: Record<ReportKind, () => string> = {
  periodic: () => $localize`:@@report.periodic:Periodic report`,
  progress: () => $localize`:@@report.progress:Progress report`,
  'additional-prefinancing': () => $localize`:@@report.prefinancing:Additional prefinancing report`,
  final: () => $localize`:@@report.final:Final report`,
};

export const beneficiaryRoleWords = (role: BeneficiaryRole): string => ROLES[role]();
export const reportWords = (kind: ReportKind): string => REPORTS[kind]();

/** "Quality board (chair)" */
export function bodyWords({ kind, chair }: MemberView['bodies'][number]): string {
  const body = BODIES[kind]();
  return chair ? $localize`:@@body.chair:${body}:body: (chair)` : body;
}

/** "Vietnam" of VN. */
export function countryWords(code: string): string {
  return new Intl.DisplayNames(currentLocale(), { type: 'region' }).of(code) ?? code;
}

/** Language of a name written the local way, so that it is read out rightly. */
export const languageOf = (country: string): string | null => {
  const language = new Intl.Locale('und', { region: country }).maximize().language;
  return language === 'und' ? null : language;
};

function aliasWords({ name, validFrom, validTo }: BeneficiaryView['aliases'][number]): string {
  if (validFrom !== null && validTo !== null) {
    return $localize`:@@alias.between:${name}:name: (${dateWords(validFrom)}:from: to ${dateWords(validTo)}:to:)`;
  }
  if (validTo !== null) return $localize`:@@alias.until:${name}:name: (until ${dateWords(validTo)}:to:)`;
  return validFrom === null ? name : $localize`:@@alias.from:${name}:name: (since ${dateWords(validFrom)}:from:)`;
}

export const aliasesWords = (aliases: BeneficiaryView['aliases']): string => aliases.map(aliasWords).join(', ');

/** "1 work package · 3 tasks · 2 deliverables"; what it leads none of is left out. */
export function leadsWords({ workPackages, tasks, deliverables }: BeneficiaryView['leads']): string {
  const parts = [
    [
      workPackages,
      { one: $localize`:@@leads.onePackage:1 work package`, other: $localize`:@@leads.packages:${workPackages}:count: work packages` },
    ],
    [tasks, { one: $localize`:@@leads.oneTask:1 task`, other: $localize`:@@leads.tasks:${tasks}:count: tasks` }],
    [
      deliverables,
      {
        one: $localize`:@@leads.oneDeliverable:1 deliverable`,
        other: $localize`:@@leads.deliverables:${deliverables}:count: deliverables`,
      },
    ],
  ] as const;
  return parts
    .filter(([count]) => count > 0)
    .map(([count, forms]) => plural(count, forms))
    .join(' · ');
}
