import { Component, computed, inject, input, output } from '@angular/core';
import { Router, RouterLink, type UrlTree } from '@angular/router';
import { Avatar } from '../../shared/ui-avatar/avatar';
import { Icon } from '../../shared/ui-icon/icon';
import { Menu } from '../../shared/ui-menu/menu';
import { Dialogs } from '../../shared/util-dialog/dialogs';
import { readProblem } from '../../shared/util-http/problem';
import { problemWords } from '../../shared/util-http/problem-words';
import { roleWords } from '../../shared/util-session/role-words';
import { SessionStore } from '../../shared/util-session/session-store';
import { Toasts } from '../../shared/util-toast/toasts';
import { ThemeSwitch } from '../theme-switch/theme-switch';

@Component({
  selector: 'office-top-bar',
  imports: [Avatar, Icon, Menu, RouterLink, ThemeSwitch],
  templateUrl: './top-bar.html',
  styleUrl: './top-bar.scss',
  host: { '(document:keydown)': 'shortcut($event)' },
})
export class TopBar {
  readonly #session = inject(SessionStore);
  readonly #dialogs = inject(Dialogs);
  readonly #toasts = inject(Toasts);
  readonly #router = inject(Router);
  #searching = false;

  readonly drawerOpen = input.required<boolean>();
  readonly menu = output();

  protected readonly me = this.#session.me;
  protected readonly project = this.#session.project;
  protected readonly projects = computed(() => this.me()?.projects ?? []);
  protected readonly place = computed(() => this.project()?.beneficiary?.name ?? '');
  protected readonly roles = computed(() => (this.project()?.roles ?? []).map(roleWords).join(' · '));
  protected readonly avatar = computed(() => this.project()?.beneficiary?.shortName ?? this.me()?.person.name ?? '');

  protected shortcut(event: KeyboardEvent): void {
    if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void this.search();
  }

  protected async search(): Promise<void> {
    if (this.#searching || this.project() === null) return;
    this.#searching = true;
    const load = async () => (await import('../palette/palette')).Palette;
    const found = await this.#dialogs
      .open<UrlTree>(load, null, { width: '600px', top: '9vh', label: $localize`:@@top.searchDialog:Search` })
      .finally(() => (this.#searching = false));
    if (found) await this.#router.navigateByUrl(found);
  }

  /** An answer that never came leaves open whether the session ended, so the person is told to take it as alive. */
  protected async signOut(): Promise<void> {
    try {
      await this.#session.signOut();
    } catch (error) {
      if (this.me() === null) return;
      const why = problemWords(readProblem(error));
      this.#toasts.show($localize`:@@top.signOutFailed:Signing out failed: you may still be signed in. ${why}:why:`, 'problem');
    }
  }
}
