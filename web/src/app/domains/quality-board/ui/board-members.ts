import { Component, computed, input } from '@angular/core';
import type { BoardSeatView } from '@office/contracts';
import { Avatar } from '../../../shared/ui-avatar/avatar';
import { loadLine, seatLine } from '../data/seat-words';

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
            <p class="muted">{{ member.name }} · {{ member.written }}</p>
          </div>
          <span class="muted about">{{ member.about }}</span>
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

    .about {
      max-width: 110px;
      text-align: right;
    }
  `,
})
export class BoardMembers {
  readonly members = input.required<readonly BoardSeatView[]>();
  readonly personId = input<string | null>(null);
  protected readonly list = computed(() =>
    this.members().map((member) => ({ ...member, about: seatLine(member, this.personId()), written: loadLine(member.load) })),
  );
}
