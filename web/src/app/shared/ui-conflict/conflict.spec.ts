import { beforeEach, describe, expect, it } from '@jest/globals';
import { aMe } from '@office/testing';
import { render, signIn, surroundings, textOf } from '../../../../test/render';
import { Conflict, type ConflictField } from './conflict';

const fields: readonly ConflictField[] = [
  { label: 'State', mine: 'In progress', theirs: 'In progress' },
  { label: 'Progress', mine: '60%', theirs: '40%' },
  { label: 'Narrative', mine: 'All rooms booked.', theirs: '' },
];

describe('a conflict', () => {
  beforeEach(async () => {
    surroundings();
    await signIn(aMe({ now: '2024-09-16T10:00:00.000Z' }));
  });

  const shown = () =>
    render(Conflict, { fields, by: { id: '1', name: 'Coordinator of UE', beneficiary: 'UE' }, at: '2024-09-16T09:58:00.000Z' });

  it('shows both values of each field, and who saved the other when', async () => {
    const text = textOf(await shown());
    for (const word of ['60%', '40%', 'All rooms booked.', 'Coordinator of UE', '2 minutes ago', 'not saved yet'])
      expect(text).toContain(word);
  });

  it('names an empty value, and marks what differs and nothing else', async () => {
    const fixture = await shown();
    const marked = [...(fixture.nativeElement as HTMLElement).querySelectorAll('.differs dt')].map((term) => term.textContent.trim());
    expect(marked.map((term) => term.replace(/\s*\(different\)$/, ''))).toEqual(['Progress', 'Narrative', 'Progress', 'Narrative']);
    expect(textOf(fixture)).toContain('nothing');
  });
});
