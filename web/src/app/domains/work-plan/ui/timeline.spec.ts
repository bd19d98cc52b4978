import { Component, signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { TestBed, type ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { plainDate } from '@office/domain';
import { aDeliverableMark, aMilestone, aTask, aWorkPackagePlan, aWorkStatus } from '@office/testing';
import { render } from '../../../../../test/render';
import type { Move } from '../data/bar-move';
import { axisOf } from '../data/month-axis';
import { type PlanRow, PlanRows } from '../data/plan-rows';
import { Timeline } from './timeline';

const start = plainDate('2024-01-01');
const works = [
  aWorkPackagePlan({
    ...{ id: 'w1', number: 'WP1', startMonth: 1, endMonth: 24 },
    tasks: [
      aTask({ id: 't1', number: 'T1.1', startMonth: 6, endMonth: 10, baseline: { startMonth: 4, endMonth: 8 } }),
      aTask({ id: 't2', number: 'T1.2', startMonth: 11, endMonth: 12, status: aWorkStatus({ state: 'blocked' }), timeliness: 'at-risk' }),
    ],
    deliverables: [aDeliverableMark({ id: 'd1', number: 'D1.1', dueMonth: 10 })],
    milestones: [aMilestone({ id: 'm1', number: 'MS1', dueMonth: 20 })],
  }),
  ...[14, 30].map((dueMonth) =>
    aWorkPackagePlan({
      ...{ id: `w-due-${dueMonth}`, number: `WP${dueMonth}`, startMonth: 1, endMonth: 12, timeliness: 'late', tasks: [], milestones: [] },
      deliverables: [aDeliverableMark({ id: `d${dueMonth}`, number: `D${dueMonth}.1`, dueMonth })],
    }),
  ),
];

@Component({
  imports: [Timeline],
  template: `<office-timeline
    projectId="p1"
    zoom="quarter"
    [rows]="rows"
    [axis]="axis"
    [durationMonths]="48"
    [today]="today"
    [opened]="opened()"
    [movable]="movable()"
    (toggled)="opened.set($event.id)"
    (planned)="planned.push($event)"
    ><ng-template
  /></office-timeline>`,
})
class Host {
  readonly rows: readonly PlanRow[] = new PlanRows(start).of(works);
  readonly axis = axisOf(start, 48, null);
  readonly today = plainDate('2024-09-16');
  readonly opened = signal<string | null>(null);
  readonly movable = signal(true);
  readonly planned: Move[] = [];
}

describe('timeline', () => {
  let fixture: ComponentFixture<Host>;
  const page = () => fixture.nativeElement as HTMLElement;
  const bar = (id: string) => page().querySelector<HTMLElement>(`.bar[data-move="${id}"]`)!;
  const spoken = () => page().querySelector('[role="status"]')?.textContent;
  const plannedMonths = () =>
    fixture.componentInstance.planned.map(({ subject, startMonth, endMonth }) => [subject.number, startMonth, endMonth]);

  async function press(element: HTMLElement, ...keys: (string | KeyboardEventInit)[]): Promise<void> {
    for (const key of keys) {
      const init = typeof key === 'string' ? { key } : key;
      element.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true }));
    }
    await fixture.whenStable();
  }

  async function point(element: HTMLElement, ...moves: [type: string, x: number][]): Promise<void> {
    for (const [type, clientX] of moves) {
      const event = new MouseEvent(type, { bubbles: true, cancelable: true, clientX, button: 0 });
      element.dispatchEvent(Object.assign(event, { pointerId: 1 }));
    }
    await fixture.whenStable();
  }

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideRouter([])] });
    // jsdom has no layout, no pointers and no media: the axis is 480 pixels wide, ten for a month.
    window.matchMedia = (() => ({ matches: false })) as unknown as typeof window.matchMedia;
    Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 480 });
    Element.prototype.setPointerCapture = () => undefined;
    fixture = await render(Host);
    document.body.append(page());
  });

  it('moves a bar by arrow keys and hands the move on with Enter', async () => {
    bar('t1').focus();
    await press(bar('t1'), 'ArrowRight', 'ArrowRight', { key: 'ArrowRight', shiftKey: true });
    expect(bar('t1').getAttribute('aria-valuetext')).toMatch(/^M8–M13 /);
    expect(spoken()).toContain('starts 2 months later, ends 3 months later. Enter plans the change');
    await press(bar('t1'), 'Enter');
    expect(plannedMonths()).toEqual([['T1.1', 8, 13]]);
    expect(bar('t1').getAttribute('aria-valuetext')).toMatch(/^M6–M10 /);
  });

  it('puts it back with Escape and when the focus goes on', async () => {
    bar('t1').focus();
    await press(bar('t1'), 'ArrowLeft', 'Escape');
    expect(spoken()).toMatch(/^T1.1: M6–M10 .* as planned\.$/);
    await press(bar('t1'), 'ArrowLeft');
    bar('t2').focus();
    await fixture.whenStable();
    expect(bar('t1').getAttribute('aria-valuetext')).toMatch(/^M6–M10 /);
    expect(plannedMonths()).toEqual([]);
  });

  it('goes from bar to bar with up and down, and opens a row with Enter', async () => {
    expect([bar('w1').tabIndex, bar('t1').tabIndex, bar('t2').tabIndex]).toEqual([0, -1, -1]);
    bar('w1').focus();
    await press(bar('w1'), 'ArrowDown');
    expect(document.activeElement).toBe(bar('t1'));
    expect([bar('w1').tabIndex, bar('t1').tabIndex]).toEqual([-1, 0]);
    await press(bar('t1'), 'Enter');
    expect(fixture.componentInstance.opened()).toBe('t1');
  });

  it('moves a bar by whole months when it is dragged, and what is due with it', async () => {
    await point(bar('t1'), ['pointerdown', 100], ['pointermove', 124], ['pointerup', 124], ['click', 124]);
    const due = page().querySelector<HTMLElement>('a[data-move="d1"]')!;
    await point(due, ['pointerdown', 100], ['pointermove', 71], ['pointerup', 71]);
    expect(plannedMonths()).toEqual([
      ['T1.1', 8, 12],
      ['D1.1', 7, 7],
    ]);
    expect(fixture.componentInstance.opened()).toBeNull();
  });

  it('has plain bars for who never plans changes', async () => {
    fixture.componentInstance.movable.set(false);
    await fixture.whenStable();
    expect(page().querySelector('[role="slider"], .bar[tabindex], #plan-move-hint')).toBeNull();
    await press(bar('t1'), 'ArrowRight', 'Enter');
    await point(bar('t1'), ['pointerdown', 100], ['pointermove', 124], ['pointerup', 124]);
    expect(plannedMonths()).toEqual([]);
  });

  it('opens a row by a click on its bar', async () => {
    await point(bar('t1'), ['pointerdown', 100], ['pointermove', 102], ['pointerup', 102], ['click', 102]);
    expect(plannedMonths()).toEqual([]);
    expect(fixture.componentInstance.opened()).toBe('t1');
  });

  it('opens its work package by a milestone, which the keyboard reaches', async () => {
    const milestone = page().querySelector<HTMLElement>('[data-move="m1"]')!;
    expect([milestone.tagName, milestone.tabIndex]).toEqual(['BUTTON', 0]);
    milestone.click();
    await fixture.whenStable();
    expect(fixture.componentInstance.opened()).toBe('w1');
  });

  it('says what is late beside the bar, or beside the name where a mark lies there', () => {
    const row = (id: string) => page().querySelector(`#plan-${id}`)!;
    expect(row('w-due-30').querySelector('.beside')).not.toBeNull();
    expect(row('w-due-14').querySelector('.beside')).toBeNull();
    expect(row('w-due-14').querySelector('.in-name')).not.toBeNull();
  });

  it('draws the agreement under what is planned otherwise, and says what is blocked', () => {
    const row = (id: string) => page().querySelector(`#plan-${id}`)!;
    expect(row('t1').querySelector<HTMLElement>('.baseline')?.style.left).toBe('6.25%');
    expect(row('t2').querySelector('.baseline')).toBeNull();
    expect(row('t2').querySelector('.bar .blocked')).not.toBeNull();
    expect(row('t2').querySelector('.facts')?.textContent).toContain('Blocked');
  });
});
