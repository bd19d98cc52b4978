import { Component, computed, inject, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttentionItem } from '@office/contracts';
import { roleWords } from '../../../shared/util-session/role-words';
import { SessionStore } from '../../../shared/util-session/session-store';
import { OfficeClock } from '../../../shared/util-time/office-clock';
import { bySeverity, ofPartner, partnersIn } from '../data/attention-groups';
import { attentionLink } from '../data/attention-link';
import { attentionWhen, attentionWords, severityWords } from '../data/attention-words';

const SHOWN = 8;

interface Who {
  /** "Coordinator of QUI (QUI)", or the role where nobody holds it by name. */
  readonly first: string;
  /** The others by name, and how many they are. */
  readonly others: readonly string[];
}

/** Who leads it comes first, then who is asked first. */
function whoActs({ people, roles, lead }: AttentionItem): Who {
  if (people.length === 0) return { first: roles.slice(0, 1).map(roleWords).join(''), others: [] };
  const inOrder = people.toSorted((a, b) => Number(b.beneficiary === lead?.shortName) - Number(a.beneficiary === lead?.shortName));
  const [first = '', ...others] = inOrder.map(({ name, beneficiary }) => (beneficiary === null ? name : `${name} (${beneficiary})`));
  return { first, others };
}

/** What needs somebody, worst first in groups, with who can act; a long list shows its beginning until all is wanted. */
@Component({
  selector: 'office-attention-list',
  imports: [RouterLink],
  templateUrl: './attention-list.html',
  styleUrl: './attention-list.scss',
})
export class AttentionList {
  readonly #clock = inject(OfficeClock);
  readonly #session = inject(SessionStore);
  readonly items = input.required<readonly AttentionItem[]>();
  readonly projectId = input.required<string>();
  readonly reportMilestone = output<AttentionItem>();
  protected readonly all = signal(false);
  protected readonly partner = signal('');

  protected readonly partners = computed(() => partnersIn(this.items()));
  readonly #chosen = computed(() => ofPartner(this.items(), this.partner()));
  protected readonly groups = computed(() => {
    const today = this.#clock.today();
    const shown = this.all() ? this.#chosen() : this.#chosen().slice(0, SHOWN);
    const rows = shown.map((item) => ({
      ...item,
      item,
      words: attentionWords(item),
      who: whoActs(item),
      title: item.subject.kind === 'report' ? $localize`:@@attention.reportTitle:Report to EACEA` : item.subject.title,
      link: attentionLink(this.projectId(), item),
      mayReport: item.subject.kind === 'milestone' && this.#mayReport(item),
      ...attentionWhen(item, today),
    }));
    return bySeverity(rows).map((group) => ({ ...group, word: severityWords(group.severity), count: this.#countOf(group.severity) }));
  });
  protected readonly hidden = computed(() => (this.all() ? 0 : Math.max(0, this.#chosen().length - SHOWN)));

  protected choose(partner: string): void {
    this.partner.set(partner);
    this.all.set(false);
  }

  #countOf(severity: AttentionItem['severity']): number {
    return this.#chosen().filter((item) => item.severity === severity).length;
  }

  #mayReport({ lead }: AttentionItem): boolean {
    return lead !== null && this.#session.may('milestone.report', { leadBeneficiaryId: lead.id });
  }
}
