import { Component, computed, input } from '@angular/core';

/** Line drawings on a 24 x 24 grid. */
const PATHS = {
  home: 'M3 11l9-8 9 8v10H3zM9 21v-7h6v7',
  overview: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  plan: 'M4 6h9M8 12h10M5 18h7',
  file: 'M6 3h8l4 4v14H6zM14 3v5h4M9 13h6M9 17h6',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 12l2 2 4-4',
  euro: 'M18 7a6 6 0 100 10M4 10h9M4 14h9',
  people: 'M8 11a3 3 0 100-6 3 3 0 000 6zM2 20c0-4 3-6 6-6s6 2 6 6M17 11a3 3 0 100-6M22 20c0-3-2-5-4-6',
  log: 'M5 4h14v16H5zM9 9h6M9 13h6M9 17h3',
  search: 'M11 18a7 7 0 100-14 7 7 0 000 14zM16 16l5 5',
  menu: 'M4 6h16M4 12h16M4 18h16',
  close: 'M6 6l12 12M18 6L6 18',
  sun: 'M12 16a4 4 0 100-8 4 4 0 000 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5L19 19M19 5l-1.5 1.5M6.5 17.5L5 19',
  moon: 'M20 14a8 8 0 01-10-10 8 8 0 1010 10z',
  contrast: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 3v18M15 4v16M18 6v12',
  upload: 'M12 16V4M7 9l5-5 5 5M4 16v4h16v-4',
  download: 'M12 4v12M7 11l5 5 5-5M4 20h16',
  check: 'M5 13l4 4L19 7',
  alert: 'M12 4l9 16H3zM12 10v4M12 17v.5',
  chevron: 'M9 6l6 6-6 6',
  down: 'M6 9l6 6 6-6',
  edit: 'M4 20l1-4L16 5l3 3L8 19zM14 7l3 3',
  clock: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 7v5l3 2',
  inbox: 'M4 13l3-8h10l3 8v6H4zM4 13h5l1 3h4l1-3h5',
  amendment: 'M6 3h8l4 4v5M14 3v5h4M6 3v18h5M12 21l1-4 6-6 3 3-6 6z',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  microphone: 'M12 15a3 3 0 003-3V6a3 3 0 00-6 0v6a3 3 0 003 3zM6 11v1a6 6 0 0012 0v-1M12 18v3M9 21h6',
  lock: 'M6 11h12v9H6zM8 11V8a4 4 0 018 0v3',
  flag: 'M6 21V4M6 5h11l-2 4 2 4H6',
} as const;
export type IconName = keyof typeof PATHS;

@Component({
  selector: 'office-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }

    svg {
      width: var(--icon-size, 17px);
      height: var(--icon-size, 17px);
      fill: none;
      stroke: currentcolor;
      stroke-linecap: round;
      stroke-linejoin: round;
      stroke-width: 1.8;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => PATHS[this.name()]);
}
