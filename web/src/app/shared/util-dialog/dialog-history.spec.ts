import { TestBed } from '@angular/core/testing';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { DialogHistory } from './dialog-history';

describe('the history of dialogs', () => {
  let dialogs: DialogHistory;
  const router = jest.fn();

  // First in line, so that nobody stops it.
  let arrived = (): void => undefined;
  const pass = (): unknown => setTimeout(arrived);
  const back = async (): Promise<void> => {
    const event = new Promise<void>((resolve) => (arrived = resolve));
    history.back();
    await event;
  };

  beforeEach(() => {
    addEventListener('popstate', pass);
    history.pushState({ page: 1 }, '', '/p/1/deliverables');
    history.pushState({ page: 2 }, '', '/p/1/budget');
    dialogs = TestBed.inject(DialogHistory);
    dialogs.start();
    addEventListener('popstate', router);
  });

  afterEach(() => {
    removeEventListener('popstate', pass);
    removeEventListener('popstate', router);
    router.mockClear();
  });

  it('closes the dialog on the way back, stays on the page and tells the router nothing', async () => {
    const close = jest.fn();
    const leave = dialogs.enter(close);
    await back();
    await leave();
    expect(close).toHaveBeenCalledTimes(1);
    expect(router).not.toHaveBeenCalled();
    expect([location.pathname, history.state]).toEqual(['/p/1/budget', { page: 2 }]);
  });

  it('takes its step back when the dialog is closed in it', async () => {
    const close = jest.fn();
    await dialogs.enter(close)();
    expect(close).not.toHaveBeenCalled();
    expect(router).not.toHaveBeenCalled();
    expect(history.state).toEqual({ page: 2 });
    await back();
    expect(location.pathname).toBe('/p/1/deliverables');
    expect(router).toHaveBeenCalledTimes(1);
  });

  it('closes the upper of two first', async () => {
    const [lower, upper] = [jest.fn(), jest.fn()];
    dialogs.enter(lower);
    dialogs.enter(upper);
    await back();
    expect([lower.mock.calls.length, upper.mock.calls.length]).toEqual([0, 1]);
    await back();
    expect([lower.mock.calls.length, upper.mock.calls.length]).toEqual([1, 1]);
  });

  it('leaves the page alone that a link of the dialog led to', async () => {
    const leave = dialogs.enter(jest.fn());
    history.pushState({ page: 3 }, '', '/p/1/activity');
    await leave();
    expect(location.pathname).toBe('/p/1/activity');
  });
});
