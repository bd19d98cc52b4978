import { describe, expect, it } from '@jest/globals';
import { step } from '../kernel/state-machine.js';
import { amendmentMachine, type AmendmentFact } from './amendment-states.js';

const SOUND: Readonly<Record<AmendmentFact, boolean>> = {
  'has-changes': true,
  'has-justification': true,
  'on-current-plan': true,
  'changes-apply': true,
  'silent-for-45-days': false,
  'answered-in-time': true,
  'asked-in-time': true,
};

describe("the consortium's approval of an amendment", () => {
  it('is recorded where there are changes that apply, and a reason for them', () => {
    expect(step(amendmentMachine, 'draft', 'approve', SOUND)).toMatchObject({ ok: true, value: { to: 'consortium-approved' } });
  });

  it.each(['has-changes', 'has-justification', 'on-current-plan', 'changes-apply', 'asked-in-time'] as const)(
    'is refused without %s',
    (fact) => {
      expect(step(amendmentMachine, 'draft', 'approve', { ...SOUND, [fact]: false })).toMatchObject({
        ok: false,
        reason: { code: 'fact-missing', fact },
      });
    },
  );
});

describe('the submission of an amendment', () => {
  it.each(['has-justification', 'on-current-plan', 'changes-apply', 'asked-in-time'] as const)('is refused without %s', (fact) => {
    expect(step(amendmentMachine, 'informally-checked', 'submit', SOUND)).toMatchObject({ ok: true, value: { to: 'submitted' } });
    expect(step(amendmentMachine, 'informally-checked', 'submit', { ...SOUND, [fact]: false })).toMatchObject({
      ok: false,
      reason: { code: 'fact-missing', fact },
    });
  });
});
