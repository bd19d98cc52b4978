import { Component } from '@angular/core';
import type { ComponentFixture } from '@angular/core/testing';
import { describe, expect, it } from '@jest/globals';
import { control, render, textOf } from '../../../../test/render';
import { Menu } from './menu';

@Component({
  imports: [Menu],
  template: `<office-menu><span menuLabel i18n>Open me</span><button type="button" i18n>First</button></office-menu
    ><button type="button" i18n>Outside</button>`,
})
class Host {}

const press = async (fixture: ComponentFixture<Host>, name: string): Promise<void> => {
  control(fixture, name).click();
  await fixture.whenStable();
};

async function opened(): Promise<ComponentFixture<Host>> {
  const fixture = await render(Host);
  document.body.append(fixture.nativeElement as Node);
  await press(fixture, 'Open me');
  return fixture;
}

describe('menu', () => {
  it('opens and says so', async () => {
    const fixture = await opened();
    expect(textOf(fixture)).toContain('First');
    expect(control(fixture, 'Open me').getAttribute('aria-expanded')).toBe('true');
  });

  it.each(['First', 'Outside', 'Open me'])('closes on a click on %s', async (name) => {
    const fixture = await opened();
    await press(fixture, name);
    expect(textOf(fixture)).not.toContain('First');
  });

  it('closes on Escape and gives the focus back', async () => {
    const fixture = await opened();
    control(fixture, 'First').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    await fixture.whenStable();
    expect(textOf(fixture)).not.toContain('First');
    expect(document.activeElement).toBe(control(fixture, 'Open me'));
  });
});
