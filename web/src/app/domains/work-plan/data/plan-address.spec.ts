import { describe, expect, it } from '@jest/globals';
import { exportQuery, isFiltered, parametersOf, readAddress, WHOLE_PLAN } from './plan-address';

const read = (query: string, fragment: string | null = null) => {
  const parameters = new URLSearchParams(query);
  return readAddress((name) => parameters.get(name), fragment);
};

describe('address of the work plan', () => {
  it.each([
    ['', {}],
    ['view=table&zoom=month', { view: 'table', zoom: 'month' }],
    [
      'year=2&partner=QUI&wp=WP2&state=blocked&q=seminar',
      { year: 2, partner: 'QUI', workPackage: 'WP2', state: 'blocked', text: 'seminar' },
    ],
    ['view=chart&zoom=day&year=zero&state=odd&partner=', {}],
    ['year=-1', {}],
    ['year=1.5', {}],
    ['text=MS3&open=t1', { text: 'MS3', row: 't1' }],
    ['q=%20%20', {}],
    ['row=T4.4', { row: 'T4.4' }],
  ])('%s', (query, expected) => {
    expect(read(query)).toEqual({ ...WHOLE_PLAN, ...expected });
  });

  it('names a row by its fragment too', () => {
    expect(read('', 'T4.4').row).toBe('T4.4');
    expect(read('row=T1.1', 'T4.4').row).toBe('T1.1');
  });

  it.each(['', 'view=board&year=3&partner=U%C3%89&wp=WP1&state=late&q=gr%C3%BCn&row=T1.2&zoom=year'])(
    '%s is read as it was written',
    (query) => {
      const address = read(query);
      const written = Object.entries(parametersOf(address)).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
      expect(read(new URLSearchParams(written).toString())).toEqual(address);
    },
  );

  it('asks for files of what is shown', () => {
    expect(exportQuery(WHOLE_PLAN)).toBe('');
    expect(exportQuery(read('view=table&year=2&wp=WP2&q=hu%E1%BA%BF&row=T2.1'))).toBe('?year=2&wp=WP2&q=hu%E1%BA%BF');
  });

  it.each([
    ['', false],
    ['view=board&zoom=month&row=T1.1', false],
    ['state=late', true],
    ['wp=WP1', true],
    ['q=a', true],
  ])('%s keeps something from being shown: %p', (query, filtered) => {
    expect(isFiltered(read(query))).toBe(filtered);
  });
});
