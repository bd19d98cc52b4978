import { Component, computed, input, output } from '@angular/core';
import type { DemoAccount, LoginRequest } from '@office/contracts';
import type { ProjectRole } from '@office/domain';
import { Avatar } from '../../../shared/ui-avatar/avatar';
import { roleWords } from '../../../shared/util-session/role-words';

interface Group {
  readonly role: ProjectRole;
  readonly heading: string;
  readonly task: string;
  readonly accounts: readonly DemoAccount[];
}

const ORDER: readonly ProjectRole[] = ['project-coordinator', 'partner-coordinator', 'quality-board-member', 'contributor', 'observer'];

const TASKS: Record<ProjectRole, () => string> = {
  'project-coordinator': () => $localize`:@@demo.projectCoordinator:sees the whole project, approves and submits`,
  'partner-coordinator': () => $localize`:@@demo.partnerCoordinator:reports on the own work, uploads deliverables`,
  'quality-board-member': () => $localize`:@@demo.qualityBoardMember:reviews what other institutions lead`,
  contributor: () => $localize`:@@demo.contributor:works on tasks and deliverables`,
  observer: () => $localize`:@@demo.observer:reads only`,
};

/** The accounts of a demonstration, by what they are for; one click signs in. */
@Component({
  selector: 'office-demo-accounts',
  imports: [Avatar],
  template: `
    <h2 i18n="@@demo.heading">This is a demonstration: choose who you are</h2>
    <p class="muted" i18n="@@demo.note">One click signs in. Everything you change stays on this server.</p>
    @for (group of groups(); track group.role) {
      <section [attr.aria-label]="group.heading">
        <h3>
          {{ group.heading }} <span class="muted">{{ group.task }}</span>
        </h3>
        <ul>
          @for (account of group.accounts; track account.email) {
            <li>
              <button type="button" [disabled]="busy()" (click)="choose.emit({ email: account.email, password: account.password })">
                <office-avatar [name]="account.beneficiary ?? account.name" />
                <span>
                  <b>{{ account.beneficiary ?? account.name }}</b>
                  <small>{{ account.email }}</small>
                </span>
              </button>
            </li>
          }
        </ul>
      </section>
    }
  `,
  styleUrl: './demo-accounts.scss',
})
export class DemoAccounts {
  readonly accounts = input.required<readonly DemoAccount[]>();
  readonly busy = input(false);
  readonly choose = output<LoginRequest>();

  protected readonly groups = computed(() =>
    ORDER.map((role): Group => ({
      role,
      heading: roleWords(role),
      task: TASKS[role](),
      accounts: this.accounts().filter((account) => mainRole(account) === role),
    })).filter((group) => group.accounts.length > 0),
  );
}

const mainRole = (account: DemoAccount): ProjectRole | undefined => ORDER.find((role) => account.roles.includes(role));
