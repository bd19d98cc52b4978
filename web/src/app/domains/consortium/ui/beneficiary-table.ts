import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BeneficiaryView } from '@office/contracts';
import { currentLocale } from '../../../shared/util-locale/format';
import { zoneCity } from '../../../shared/util-time/words';
import { aliasesWords, beneficiaryRoleWords, countryWords, languageOf, leadsWords } from '../data/consortium-words';

/** "Mon 10:05" */
const localTime = (now: Date, zone: string): string =>
  new Intl.DateTimeFormat(currentLocale(), { timeZone: zone, weekday: 'short', hour: '2-digit', minute: '2-digit' }).format(now);

/** Who takes part: names, place, role, what it leads, and what time it is there. */
@Component({
  selector: 'office-beneficiary-table',
  imports: [RouterLink],
  templateUrl: './beneficiary-table.html',
  styleUrl: './consortium-table.scss',
})
export class BeneficiaryTable {
  readonly beneficiaries = input.required<readonly BeneficiaryView[]>();
  readonly now = input.required<Date>();
  readonly projectId = input.required<string>();
  protected readonly words = {
    place: $localize`:@@partners.place:Place`,
    role: $localize`:@@partners.role:Role`,
    leads: $localize`:@@partners.leads:Leads`,
    time: $localize`:@@partners.time:Local time`,
  };
  protected readonly rows = computed(() =>
    this.beneficiaries().map((beneficiary) => ({
      ...beneficiary,
      roleWord: beneficiaryRoleWords(beneficiary.role),
      place: `${beneficiary.city}, ${countryWords(beneficiary.country)}`,
      language: languageOf(beneficiary.country),
      also: aliasesWords(beneficiary.aliases),
      leadsWord: leadsWords(beneficiary.leads),
      time: localTime(this.now(), beneficiary.timeZone),
      zone: zoneCity(beneficiary.timeZone),
    })),
  );
}
