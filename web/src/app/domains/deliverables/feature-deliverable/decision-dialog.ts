import '../../../shared/page-kit';
import { Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { DeliverableVersionView } from '@office/contracts';
import type { Tally } from '@office/domain';
import { QuorumBar } from '../../quality-board/ui/quorum-bar';

/** What the board is about to decide, and on what exactly. */
export interface DecisionQuestion {
  readonly title: string;
  readonly text: string;
  readonly action: string;
  readonly tally: Tally;
  readonly version: Pick<DeliverableVersionView, 'fileName' | 'sha256'>;
}

@Component({
  selector: 'office-decision-dialog',
  imports: [MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, QuorumBar],
  template: `
    <h2 matDialogTitle>{{ question.title }}</h2>
    <mat-dialog-content>
      <div class="facts">
        <office-quorum-bar [tally]="question.tally" />
        <dl>
          <dt i18n="@@decision.file">File</dt>
          <dd>{{ question.version.fileName }}</dd>
          <dt i18n="@@decision.hash">SHA-256</dt>
          <dd class="hash">{{ question.version.sha256 }}</dd>
        </dl>
        <p>{{ question.text }}</p>
      </div>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" [matDialogClose]="false" i18n="@@confirm.cancel">Cancel</button>
      <button matButton="filled" type="button" [matDialogClose]="true">{{ question.action }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    .facts {
      display: grid;
      gap: 14px;
      padding-top: 4px;
      color: var(--ink);
    }

    dl {
      display: grid;
      grid-template-columns: 70px minmax(0, 1fr);
      gap: 6px 10px;
      margin: 0;
    }

    dt {
      color: var(--ink-3);
    }

    dd {
      margin: 0;
      overflow-wrap: anywhere;
    }

    .hash {
      font: 12px/1.5 var(--font-code);
    }
  `,
})
export class DecisionDialog {
  protected readonly question = inject<DecisionQuestion>(MAT_DIALOG_DATA);
}
