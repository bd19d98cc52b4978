import { describe, expect, it } from '@jest/globals';
import { startBanner } from './start-banner.js';

describe('what the server says when it has started', () => {
  it('is the address, and nothing of accounts where there are none to try', () => {
    expect(startBanner('http://localhost:3000', [])).toBe('\nProject office: http://localhost:3000\n');
  });

  it('lists the accounts of a demonstration with their one password', () => {
    const account = { password: 'strive-demo', roles: [], beneficiary: null };
    const banner = startBanner('http://localhost:3000', [
      { ...account, email: 'qui@strive.example', name: 'QUI coordinator' },
      { ...account, email: 'coordinator@strive.example', name: 'Project coordinator' },
    ]);
    expect(banner.split('\n')).toEqual([
      '',
      'Project office: http://localhost:3000',
      'Demonstration accounts, password strive-demo:',
      '  qui@strive.example          QUI coordinator',
      '  coordinator@strive.example  Project coordinator',
      '',
    ]);
  });
});
