import { inject, Injectable, Injector, type Type } from '@angular/core';
import type { MatDialogRef } from '@angular/material/dialog';
import { firstValueFrom } from 'rxjs';
import type { ConfirmQuestion } from '../ui-confirm/confirm-question';
import { DialogHistory } from './dialog-history';
import { WrittenText } from './written-text';

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
      // Asked for here, so that nobody loses what is written in it.
      disableClose: true,
      width: look.width ?? '520px',
      maxWidth: 'calc(100vw - 24px)',
      ...(look.label === undefined ? {} : { ariaLabel: look.label }),
      ...(look.top === undefined ? {} : { position: { top: look.top } }),
    });
    const leave = this.#dismissable(dialog);
    const answer = await firstValueFrom(dialog.afterClosed());
    await leave();
    return answer;
  }

  /** Escape, a click outside and the way back close it, after a question where something was typed. Answers how to give its step back. */
  #dismissable<R>(dialog: MatDialogRef<unknown, R>): () => Promise<void> {
    const written = dialog.componentRef && new WrittenText(dialog.componentRef.location.nativeElement as HTMLElement);
    let asking = false;
    const dismiss = async (): Promise<boolean> => {
      if (asking) return false;
      asking = true;
      const drop = written?.isThere() !== true || (await this.#mayDrop());
      asking = false;
      if (drop) dialog.close();
      return drop;
    };
    let leave = (): Promise<void> => Promise.resolve();
    const enter = (): void => {
      leave = this.#history.enter(() => void dismiss().then((dropped) => dropped || enter()));
    };
    enter();
    dialog.backdropClick().subscribe(() => void dismiss());
    dialog.keydownEvents().subscribe((event) => {
      if (event.key !== 'Escape' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void dismiss();
    });
    return () => leave();
  }

  #mayDrop(): Promise<boolean> {
    return this.confirm({
      title: $localize`:@@dialog.dropTitle:Discard what you wrote?`,
      text: $localize`:@@dialog.dropText:It is not saved yet.`,
      action: $localize`:@@dialog.drop:Discard it`,
      cancel: $localize`:@@dialog.keep:Go on writing`,
    });
  }

  /** True when the person confirms. */
  async confirm(question: ConfirmQuestion): Promise<boolean> {
    const load = async (): Promise<Type<unknown>> => (await import('../ui-confirm/confirm-dialog')).ConfirmDialog;
    return (await this.open<boolean>(load, question, { width: '440px' })) === true;
  }
}
