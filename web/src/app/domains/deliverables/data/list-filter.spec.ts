import { describe, expect, it } from '@jest/globals';
import {
  addressOf,
  changed,
  countOf,
  exportQuery,
  filterOf,
  filterOfView,
  isWhole,
  keptOf,
  type ListFilter,
  queryOf,
  sameRows,
  WHOLE_LIST,
} from './list-filter';

const read = (address: string): ListFilter => {
  const params = new URLSearchParams(address);
  return filterOf((name) => params.get(name));
};

describe('filters of the list and the address', () => {
  it.each<[string, Partial<ListFilter>]>([
    ['', {}],
    ['workPackage=WP2', { workPackage: 'WP2' }],
    ['lead=U%C3%89', { lead: 'UÉ' }],
    ['state=in-review&part=reviewer', { state: 'in-review', part: 'reviewer' }],
    ['late=true', { late: true }],
    ['text=seminar', { text: 'seminar' }],
    ['page=3', { page: 3 }],
  ])('reads and writes ?%s', (address, part) => {
    const filter = { ...WHOLE_LIST, ...part };
    expect(read(address)).toEqual(filter);
    const written = Object.entries(addressOf(filter)).filter((entry): entry is [string, string] => entry[1] !== null);
    expect(new URLSearchParams(written).toString()).toBe(address);
  });

  it.each(['state=lost', 'part=owner', 'late=yes', 'page=0', 'page=x', 'workPackage=', 'text=%20', 'other=1'])(
    'does not heed ?%s',
    (address) => {
      expect(read(address)).toEqual(WHOLE_LIST);
    },
  );

  it('starts on the first page when something else is asked for', () => {
    const third = read('page=3&lead=QUI');
    expect(changed(third, { late: true })).toMatchObject({ page: 1, lead: 'QUI', late: true });
    expect(changed(third, { page: 4 })).toMatchObject({ page: 4, lead: 'QUI' });
  });

  it('asks the API for one page', () => {
    expect(queryOf(read('state=accepted&late=true&page=3'), 50)).toBe('state=accepted&late=true&offset=100&limit=50');
    expect(queryOf(read('text=D2+%26+more'), 50)).toBe('text=D2+%26+more&offset=0&limit=50');
    expect(queryOf(WHOLE_LIST, 50)).toBe('offset=0&limit=50');
  });

  it('counts what is set, and knows the whole list', () => {
    expect(countOf(read('state=accepted&late=true&text=a'))).toBe(2);
    expect(isWhole(read('page=2'))).toBe(true);
    expect(isWhole(read('text=a'))).toBe(false);
    expect(isWhole(read('late=true'))).toBe(false);
  });
});

describe('a filter that is kept', () => {
  it.each<[Partial<ListFilter>, object]>([
    [{}, {}],
    [{ page: 3 }, {}],
    [
      { workPackage: 'WP2', late: true, text: ' seminar ' },
      { workPackage: 'WP2', late: true, text: 'seminar' },
    ],
    [
      { lead: 'UÉ', state: 'in-review', part: 'reviewer' },
      { lead: 'UÉ', state: 'in-review', part: 'reviewer' },
    ],
  ])('%j is kept as %j and comes back', (part, kept) => {
    const filter = { ...WHOLE_LIST, ...part };
    expect(keptOf(filter)).toEqual(kept);
    expect(sameRows(filterOfView(keptOf(filter)), filter)).toBe(true);
  });

  it('is another when it shows other rows', () => {
    expect(sameRows({ ...WHOLE_LIST, late: true }, WHOLE_LIST)).toBe(false);
    expect(sameRows({ ...WHOLE_LIST, page: 2 }, WHOLE_LIST)).toBe(true);
  });
});

describe('an export', () => {
  const filter = { ...WHOLE_LIST, workPackage: 'WP2', page: 4 };
  it.each<[string, string]>([
    [exportQuery(WHOLE_LIST, []), ''],
    [exportQuery(filter, []), '?workPackage=WP2'],
    [exportQuery(filter, ['a', 'b']), '?ids=a%2Cb'],
    [exportQuery(filter, [], { versions: 'all' }), '?workPackage=WP2&versions=all'],
  ])('asks %s', (asked, expected) => {
    expect(asked).toBe(expected);
  });
});
