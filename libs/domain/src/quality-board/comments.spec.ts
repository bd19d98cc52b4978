import { describe, expect, it } from '@jest/globals';
import { COMMENT_STATES, commentStateOf, isOpenMajor, majorsAgreed } from './comments.js';
import { COMMENT_KINDS } from './quality-board.js';

describe('a comment', () => {
  it.each([
    [false, null, 'open'],
    [false, true, 'open'],
    [true, null, 'answered'],
    [true, true, 'agreed'],
    [true, false, 'contested'],
  ] as const)('answered %s, agreed %s: %s', (answered, agreed, state) => {
    expect(commentStateOf(answered, agreed)).toBe(state);
  });

  it('stands in the way of a sign-off when it is major and not agreed, and never otherwise', () => {
    const open = COMMENT_KINDS.flatMap((kind) => COMMENT_STATES.map((state) => ({ kind, state }))).filter(isOpenMajor);
    expect(open.map(({ kind, state }) => `${kind} ${state}`)).toEqual(['major open', 'major answered', 'major contested']);
  });

  it('holds up what else is agreed; without any nothing is held up', () => {
    expect(majorsAgreed([])).toBe(true);
    expect(
      majorsAgreed([
        { kind: 'major', state: 'agreed' },
        { kind: 'minor', state: 'open' },
      ]),
    ).toBe(true);
    expect(
      majorsAgreed([
        { kind: 'major', state: 'agreed' },
        { kind: 'major', state: 'answered' },
      ]),
    ).toBe(false);
  });
});
