import type { AttentionItem, BeneficiaryRef, PersonRef } from '@office/contracts';
import { peopleWhoCanAct, rolesThatCanAct, warningsOf, type Actor, type Warning, type WarningWindows } from '@office/domain';
import type { OverviewFacts } from './dashboard.repository.js';
import type { Moment } from './moment.js';
import { watchedProject } from './watched-project.js';

/** Names of institutions and people by what the warnings know of them. */
class Names {
  private readonly beneficiaries: ReadonlyMap<string, BeneficiaryRef>;
  private readonly people: ReadonlyMap<string, PersonRef>;
  private readonly actors: readonly Actor[];

  constructor({ partners, members }: OverviewFacts) {
    this.beneficiaries = new Map(partners.map(({ ref }) => [ref.id, ref]));
    this.actors = members;
    this.people = new Map(
      members.map(({ personId, name, beneficiaryId }) => {
        const beneficiary = this.beneficiaries.get(beneficiaryId ?? '')?.shortName ?? null;
        return [personId, { id: personId, name, beneficiary }];
      }),
    );
  }

  beneficiary(id: string | null): BeneficiaryRef | null {
    return (id === null ? undefined : this.beneficiaries.get(id)) ?? null;
  }

  whoCanAct(warning: Warning): PersonRef[] {
    return peopleWhoCanAct(warning, this.actors).flatMap((id) => this.people.get(id) ?? []);
  }
}

function attentionItem({ waysOut, leadBeneficiaryId, ...warning }: Warning, names: Names): AttentionItem {
  const acting = new Set([leadBeneficiaryId, ...waysOut.map(({ beneficiaryId }) => beneficiaryId)]);
  return {
    ...warning,
    lead: names.beneficiary(leadBeneficiaryId),
    beneficiaries: [...acting].flatMap((id) => names.beneficiary(id) ?? []),
    roles: rolesThatCanAct({ waysOut }),
    people: names.whoCanAct({ ...warning, waysOut, leadBeneficiaryId }),
  };
}

/** What needs somebody, worst first, with who can do something about it. */
export function attentionOf(facts: OverviewFacts, moment: Moment, windows: WarningWindows): AttentionItem[] {
  const names = new Names(facts);
  return warningsOf(watchedProject(facts, moment), windows).map((warning) => attentionItem(warning, names));
}
