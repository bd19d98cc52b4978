import { describe, expect, it } from '@jest/globals';
import { SAVED_VIEW_NAME_MAX_LENGTH, savedViewErrors, SAVED_VIEWS_MAX } from './saved-view.js';

const others = [{ name: 'Late in WP2' }];
const full = Array.from({ length: SAVED_VIEWS_MAX }, (_, index) => ({ name: `View ${index}` }));

describe('the name of a saved view', () => {
  it.each([
    ['a name of its own', 'Ours', others, true, []],
    ['no name', '  ', others, true, ['is-not-empty']],
    ['a long name', 'x'.repeat(SAVED_VIEW_NAME_MAX_LENGTH + 1), [], true, ['max-length']],
    ['as long as it may be', 'x'.repeat(SAVED_VIEW_NAME_MAX_LENGTH), [], true, []],
    ['the same in other letters', ' late in wp2 ', others, false, ['name-taken']],
    ['one more than there is room for', 'Ours', full, true, ['too-many-views']],
    ['a change where there is no more room', 'Ours', full, false, []],
  ])('%s', (_, name, kept, creating, codes) => {
    expect(savedViewErrors(name, kept, creating).map(({ code }) => code)).toEqual(codes);
  });
});
