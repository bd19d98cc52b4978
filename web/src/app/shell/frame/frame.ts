import { Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed, toSignal } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { distinctUntilChanged, filter, map, skip, startWith } from 'rxjs';
import { Icon } from '../../shared/ui-icon/icon';
import { Live } from '../../shared/util-live/live';
import { SessionStore } from '../../shared/util-session/session-store';
import { NavCounts } from '../../shared/util-nav/nav-counts';
import { Toasts } from '../../shared/util-toast/toasts';
import { LineNotice } from './line-notice';
import { LiveHint } from './live-hint';
import { navGroups } from './nav-items';
import { TopBar } from './top-bar';

const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? '';

@Component({
  selector: 'office-frame',
  imports: [Icon, LineNotice, LiveHint, RouterLink, RouterLinkActive, RouterOutlet, TopBar],
  templateUrl: './frame.html',
  styleUrl: './frame.scss',
  host: { '(keydown.escape)': 'drawer.set(false)' },
})
export class Frame {
  readonly #session = inject(SessionStore);
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  readonly #router = inject(Router);

  protected readonly toasts = inject(Toasts);
  protected readonly counts = inject(NavCounts);
  protected readonly project = this.#session.project;
  protected readonly month = this.#session.month;
  protected readonly drawer = signal(false);
  protected readonly groups = computed(() =>
    navGroups()
      .map((group) => ({ ...group, items: group.items.filter((item) => this.#session.may(item.permission)) }))
      .filter((group) => group.items.length > 0),
  );
  protected readonly path = toSignal(this.#paths(), { initialValue: pathOf(this.#router.url) });

  constructor() {
    inject(Live).start();
    this.#paths()
      .pipe(takeUntilDestroyed())
      .subscribe(() => {
        this.drawer.set(false);
        if (document.activeElement !== document.body) this.main().nativeElement.focus({ preventScroll: true });
      });
  }

  protected skip(): void {
    this.main().nativeElement.focus();
  }

  /** Pages that are opened; a filter that goes into the address of the same page opens none. */
  #paths() {
    return this.#router.events.pipe(
      filter((event) => event instanceof NavigationEnd),
      map((event) => pathOf(event.urlAfterRedirects)),
      startWith(pathOf(this.#router.url)),
      distinctUntilChanged(),
      skip(1),
    );
  }
}
