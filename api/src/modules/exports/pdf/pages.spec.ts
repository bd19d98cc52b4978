import { describe, expect, it } from '@jest/globals';
import { paginated } from './pages.js';

const row = (name: string, height: number) => ({ name, height, stands: name.startsWith('WP') });
const pagesOf = (rows: ReturnType<typeof row>[], room: number): string[][] =>
  paginated(rows, room, ({ stands }) => stands).map((page) => page.map(({ name }) => name));

describe('rows on pages', () => {
  it.each<[string, ReturnType<typeof row>[], string[][]]>([
    ['one page holds what fits', [row('WP1', 5), row('T1', 5)], [['WP1', 'T1']]],
    ['the next begins where a row does not fit', [row('WP1', 5), row('T1', 5), row('T2', 1)], [['WP1', 'T1'], ['T2']]],
    ['a head goes along with its first row', [row('T1', 5), row('WP2', 3), row('T2', 3)], [['T1'], ['WP2', 'T2']]],
    ['a head without rows stays', [row('T1', 5), row('WP2', 3), row('WP3', 2)], [['T1', 'WP2', 'WP3']]],
    ['a row larger than a page has one of its own', [row('T1', 5), row('T2', 50), row('T3', 5)], [['T1'], ['T2'], ['T3']]],
    ['nothing is one empty page', [], [[]]],
  ])('%s', (_, rows, pages) => {
    expect(pagesOf(rows, 10)).toEqual(pages);
  });
});
