import { inject, Injectable, Injector, type Type } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ConfirmQuestion } from '../ui-confirm/confirm-question';
import { DialogHistory } from './dialog-history';

export interface DialogLook {
  readonly width?: string;
  readonly top?: string;
  /** Names a dialog that has no `matDialogTitle`. */
  readonly label?: string;
}

/** Opens dialogs whose code, and Material's, is loaded only when the first one opens. */
@Injectable({ providedIn: 'root' })
export class Dialogs {
  readonly #injector = inject(Injector);
  readonly #history = inject(DialogHistory);

  /** The dialog reads `data` from MAT_DIALOG_DATA and closes with its answer; undefined when it was dismissed. */
  async open<R>(load: () => Promise<Type<unknown>>, data: unknown, look: DialogLook = {}): Promise<R | undefined> {
    const [{ MatDialog }, component] = await Promise.all([import('@angular/material/dialog'), load()]);
    const dialog = this.#injector.get(MatDialog).open<unknown, unknown, R>(component, {
      data,
      width: look.width ?? '520px',
      maxWidth: 'calc(100vw - 24px)',
      ...(look.label === undefined ? {} : { ariaLabel: look.label }),
      ...(look.top === undefined ? {} : { position: { top: look.top } }),
    });
    const leave = this.#history.enter(() => dialog.close());
    const answer = await firstValueFrom(dialog.afterClosed());
    await leave();
    return answer;
  }

  /** True when the person confirms. */
  async confirm(question: ConfirmQuestion): Promise<boolean> {
    const load = async (): Promise<Type<unknown>> => (await import('../ui-confirm/confirm-dialog')).ConfirmDialog;
    return (await this.open<boolean>(load, question, { width: '440px' })) === true;
  }
}
