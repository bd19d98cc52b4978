import { Component, input, output } from '@angular/core';
import type { ConfirmableCheck } from '@office/domain';
import { Icon } from '../../../shared/ui-icon/icon';
import { Person } from '../../../shared/ui-person/person';
import { Time } from '../../../shared/ui-time/time';
import type { CheckItem, MajorComment } from '../data/check-list';

/** What stands between a version and its sign-off; what no text shows is confirmed here, major comments are named one by one. */
@Component({
  selector: 'office-sign-off-check',
  imports: [Icon, Person, Time],
  templateUrl: './sign-off-check.html',
  styleUrl: './sign-off-check.scss',
})
export class SignOffCheck {
  readonly items = input.required<readonly CheckItem[]>();
  readonly majors = input<readonly MajorComment[]>([]);
  /** Whether this person may confirm what a person has to see. */
  readonly mayConfirm = input(false);
  readonly confirmed = output<ConfirmableCheck>();
}
