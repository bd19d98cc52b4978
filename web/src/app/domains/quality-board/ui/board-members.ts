import { Component, computed, input } from '@angular/core';
import type { BoardMemberView } from '@office/contracts';
import { Avatar } from '../../../shared/ui-avatar/avatar';

/** Who sits on the board, one line per member. */
@Component({
  selector: 'office-board-members',
  imports: [Avatar],
  template: `
    <ul>
      @for (member of list(); track member.membershipId) {
        <li>
          <office-avatar [name]="member.beneficiary.shortName" />
          <div>
            <b>{{ member.beneficiary.name }}</b>
            <p class="muted">{{ member.name }}</p>
          </div>
          <span class="muted">
            {{ member.about }}
          </span>
        </li>
      }
    </ul>
  `,
  styles: `
    ul {
      display: grid;
      gap: 10px;
      margin: 0;
      padding: 0;
      list-style: none;
    }

    li {
      display: grid;
      grid-template-columns: 28px minmax(0, 1fr) auto;
      gap: 10px;
      align-items: center;
    }

    b {
      font-weight: 600;
    }
  `,
})
export class BoardMembers {
  readonly members = input.required<readonly BoardMemberView[]>();
  readonly personId = input<string | null>(null);
  protected readonly list = computed(() => this.members().map((member) => ({ ...member, about: this.#about(member) })));

  #about({ personId, chair }: BoardMemberView): string {
    const parts = [personId === this.personId() ? $localize`:@@board.you:you` : '', chair ? $localize`:@@board.chair:chair` : ''];
    return parts.filter((part) => part !== '').join(' · ');
  }
}
