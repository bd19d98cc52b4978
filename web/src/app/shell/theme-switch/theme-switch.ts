import { Component, computed, inject } from '@angular/core';
import { Icon, type IconName } from '../../shared/ui-icon/icon';
import { Menu } from '../../shared/ui-menu/menu';
import { type Theme, THEMES, ThemeStore } from '../../shared/util-theme/theme';

const ICONS: Record<Theme, IconName> = { system: 'contrast', light: 'sun', dark: 'moon' };

const WORDS: Record<Theme, () => string> = {
  system: () => $localize`:@@theme.system:As the system`,
  light: () => $localize`:@@theme.light:Light`,
  dark: () => $localize`:@@theme.dark:Dark`,
};

@Component({
  selector: 'office-theme-switch',
  imports: [Icon, Menu],
  template: `
    <office-menu i18n-label="@@theme.label" label="Colours">
      <office-icon menuLabel [name]="icon()" />
      @for (theme of themes; track theme.id) {
        <button type="button" [attr.aria-pressed]="store.theme() === theme.id" (click)="store.choose(theme.id)">
          <office-icon [name]="theme.icon" />{{ theme.word }}
          @if (store.theme() === theme.id) {
            <office-icon name="check" />
          }
        </button>
      }
    </office-menu>
  `,
})
export class ThemeSwitch {
  protected readonly store = inject(ThemeStore);
  protected readonly themes = THEMES.map((id) => ({ id, icon: ICONS[id], word: WORDS[id]() }));
  protected readonly icon = computed(() => ICONS[this.store.theme()]);
}
