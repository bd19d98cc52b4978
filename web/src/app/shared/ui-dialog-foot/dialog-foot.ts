import { booleanAttribute, Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions } from '@angular/material/dialog';

/** Foot of a dialog with one form: the way out, and the button that sends it, named by what stands inside. */
@Component({
  selector: 'office-dialog-foot',
  imports: [MatButton, MatDialogActions],
  template: `
    <mat-dialog-actions align="end">
      <button matButton type="button" i18n="@@confirm.cancel" (click)="cancelled.emit()">Cancel</button>
      <button matButton="filled" type="submit" [attr.form]="form()" [disabled]="busy()"><ng-content /></button>
    </mat-dialog-actions>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class DialogFoot {
  /** Id of the form. */
  readonly form = input.required<string>();
  readonly busy = input(false, { transform: booleanAttribute });
  readonly cancelled = output();
}
