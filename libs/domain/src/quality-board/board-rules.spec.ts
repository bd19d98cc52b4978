import { describe, expect, it } from '@jest/globals';
import { BOARD_RULE_LIMITS, DEFAULT_BOARD_RULES, originOf, panelOf, type Panel } from './board-rules.js';

describe('the origin of an institution', () => {
  it.each([
    ['IT', 'eu'],
    ['PT', 'eu'],
    ['el', 'eu'],
    ['GR', 'eu'],
    ['VN', 'partner-country'],
    ['GB', 'partner-country'],
    ['CH', 'partner-country'],
    ['', 'partner-country'],
  ])('%s is %s', (country, origin) => {
    expect(originOf(country)).toBe(origin);
  });
});

describe('who votes in a round', () => {
  const panels = (firstPanel: 'reviewers' | 'board', roundsBeforeBoard: number, committee: boolean): Panel[] =>
    [1, 2, 3, 4, 5, 9].map((round) => panelOf(round, { firstPanel, roundsBeforeBoard }, committee));
  const [R, B, S] = ['reviewers', 'board', 'steering-committee'] as const;

  it.each([
    ['reviewers', 2, true, [R, R, B, S, S, S]],
    ['reviewers', 2, false, [R, R, B, B, B, B]],
    ['reviewers', 1, true, [R, B, S, S, S, S]],
    ['board', 2, true, [B, B, S, S, S, S]],
    ['board', 2, false, [B, B, B, B, B, B]],
    ['board', 9, true, [B, B, B, B, B, B]],
  ] as const)('first %s, %i rounds of them, steering committee %s', (first, rounds, committee, expected) => {
    expect(panels(first, rounds, committee)).toEqual(expected);
  });
});

describe('the rules of the handbook', () => {
  it('lie within what a form offers', () => {
    for (const [rule, [least, most]] of Object.entries(BOARD_RULE_LIMITS)) {
      const value = DEFAULT_BOARD_RULES[rule as keyof typeof BOARD_RULE_LIMITS];
      expect([rule, value >= least && value <= most]).toEqual([rule, true]);
    }
  });
});
