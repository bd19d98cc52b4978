import { describe, expect, it } from '@jest/globals';
import { render } from '../../../../test/render';
import { ActionButton } from './action-button';

async function clicksThrough(inputs: Readonly<Record<string, unknown>>) {
  const fixture = await render(ActionButton, inputs);
  let acts = 0;
  fixture.componentInstance.act.subscribe(() => acts++);
  const button = (fixture.nativeElement as HTMLElement).querySelector('button')!;
  button.click();
  return { acts, button };
}

describe('action button', () => {
  it('acts when nothing stands in the way', async () => {
    expect((await clicksThrough({})).acts).toBe(1);
  });

  it('stays reachable but does nothing while there is a reason, and is described by it', async () => {
    const { acts, button } = await clicksThrough({ reason: 'Another institution leads this.' });
    expect(acts).toBe(0);
    expect(button.disabled).toBe(false);
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe('Another institution leads this.');
  });

  it('takes no second click while it is busy', async () => {
    expect((await clicksThrough({ busy: true })).acts).toBe(0);
  });
});
