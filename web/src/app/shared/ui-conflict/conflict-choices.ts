import { Component, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';

/** The three ways out of a conflict, for the foot of a dialog or of a form. */
@Component({
  selector: 'office-conflict-choices',
  imports: [MatButton],
  template: `
    <button matButton type="button" i18n="@@conflict.keepTheirs" (click)="theirs.emit()">Keep theirs</button>
    <button matButton="outlined" type="button" i18n="@@conflict.goOn" (click)="edit.emit()">Go on editing mine</button>
    <button matButton="filled" type="button" i18n="@@conflict.saveOver" [disabled]="saving()" (click)="mine.emit()">
      Save mine instead
    </button>
  `,
  styles: `
    :host {
      display: contents;
    }
  `,
})
export class ConflictChoices {
  readonly saving = input(false);
  /** What is saved now counts. */
  readonly theirs = output();
  /** Back to the form, with all that was typed. */
  readonly edit = output();
  /** What was typed counts, over what is saved now. */
  readonly mine = output();
}
