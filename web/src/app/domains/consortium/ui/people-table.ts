import { Component, computed, input } from '@angular/core';
import type { MemberView } from '@office/contracts';
import { Avatar } from '../../../shared/ui-avatar/avatar';
import { roleWords } from '../../../shared/util-session/role-words';
import { bodyWords } from '../data/consortium-words';

/** Who has an account in the project, with roles and seats. */
@Component({
  selector: 'office-people-table',
  imports: [Avatar],
  template: `
    <div class="scroll" role="region" i18n-aria-label="@@people.region" aria-label="Table of people" tabindex="0">
      <table class="plain stack">
        <thead>
          <tr>
            <th scope="col" i18n="@@people.name">Name</th>
            <th scope="col">{{ words.institution }}</th>
            <th scope="col">{{ words.roles }}</th>
            <th scope="col">{{ words.bodies }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.id) {
            <tr>
              <td>
                <span class="person">
                  <office-avatar [name]="row.beneficiary?.shortName ?? row.name" [quiet]="row.beneficiary === null" />
                  <span>
                    <b>{{ row.name }}</b>
                    <small
                      ><a [href]="'mailto:' + row.email">{{ row.email }}</a></small
                    >
                  </span>
                </span>
              </td>
              <td [attr.data-label]="words.institution">{{ row.beneficiary?.name }}</td>
              <td [attr.data-label]="words.roles">{{ row.roleWords }}</td>
              <td [attr.data-label]="words.bodies">{{ row.bodyWords }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styleUrl: './consortium-table.scss',
})
export class PeopleTable {
  readonly people = input.required<readonly MemberView[]>();
  protected readonly words = {
    institution: $localize`:@@people.institution:Institution`,
    roles: $localize`:@@people.roles:Roles`,
    bodies: $localize`:@@people.bodies:Sits on`,
  };
  protected readonly rows = computed(() =>
    this.people().map((member) => ({
      ...member,
      roleWords: member.roles.map(roleWords).join(', '),
      bodyWords: member.bodies.map(bodyWords).join(', '),
    })),
  );
}
