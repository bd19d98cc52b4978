import { Component, computed, input, output } from '@angular/core';
import type { BeneficiaryRef } from '@office/contracts';
import {
  DELIVERABLE_TYPES,
  DISSEMINATION_LEVELS,
  PLAN_TEXT_MAX_LENGTH,
  PLAN_TITLE_MAX_LENGTH,
  type Plan,
  type PlanPeriod,
} from '@office/domain';
import { levelWords, typeWords } from '../../deliverables/data/contract-words';
import type { ChangeForm, FormField } from '../data/change-forms';
import type { FormValue, FormValues } from '../data/change-values';
import { fieldHint } from '../data/field-hint';
import { PeriodFields } from './period-fields';

interface Choice {
  readonly id: string;
  readonly words: string;
}

/** A field as it is drawn. */
interface Line extends FormField {
  readonly id: string;
  readonly text: string;
  readonly chosen: readonly string[];
  readonly choices: readonly Choice[];
  readonly hint: string;
  readonly error: string;
}

/** The fields of one kind of change; months with their date beside. */
@Component({
  selector: 'office-change-fields',
  imports: [PeriodFields],
  templateUrl: './change-fields.html',
  styleUrl: './change-fields.scss',
})
export class ChangeFields {
  readonly form = input.required<ChangeForm>();
  readonly values = input.required<FormValues>();
  readonly errors = input.required<Readonly<Record<string, string>>>();
  /** The plan as the other changes leave it. */
  readonly plan = input.required<Plan>();
  readonly beneficiaries = input.required<readonly BeneficiaryRef[]>();
  readonly put = output<{ name: string; value: FormValue }>();

  protected readonly titleMax = PLAN_TITLE_MAX_LENGTH;
  protected readonly textMax = PLAN_TEXT_MAX_LENGTH;
  readonly #choices = computed<Readonly<Partial<Record<FormField['kind'], readonly Choice[]>>>>(() => {
    const beneficiaries = this.beneficiaries().map(({ id, shortName, name }) => ({ id, words: `${shortName} · ${name}` }));
    const workPackages = this.plan().workPackages.map(({ id, number, title }) => ({ id, words: `${number} ${title}` }));
    return {
      beneficiary: beneficiaries,
      beneficiaries,
      'work-package': workPackages,
      'work-packages': workPackages,
      type: DELIVERABLE_TYPES.map((id) => ({ id, words: typeWords(id) })),
      level: DISSEMINATION_LEVELS.map((id) => ({ id, words: levelWords(id) })),
    };
  });
  protected readonly lines = computed<readonly Line[]>(() => this.form().fields.map((field) => this.#line(field)));
  protected readonly periods = computed(() => (this.values()['periods'] ?? []) as readonly PlanPeriod[]);

  protected toggle({ name, chosen }: Line, id: string, on: boolean): void {
    this.put.emit({ name, value: on ? [...chosen, id] : chosen.filter((one) => one !== id) });
  }

  #line(field: FormField): Line {
    const value = this.values()[field.name];
    const lead = this.values()['leadId'];
    const choices = this.#choices()[field.kind] ?? [];
    return {
      ...field,
      id: `change-field-${field.name}`,
      text: typeof value === 'string' ? value : '',
      chosen: Array.isArray(value) && field.kind !== 'periods' ? (value as readonly string[]) : [],
      // Who leads is not chosen again among the others.
      choices: field.kind === 'beneficiaries' ? choices.filter(({ id }) => id !== lead) : choices,
      hint: typeof value === 'string' ? fieldHint(field, value, this.plan()) : '',
      error: this.errors()[field.name] ?? '',
    };
  }
}
