import type { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ComparedVersionView, ComparisonView } from '@office/contracts';
import { aMe, aPersonRef, idOf } from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { ComparePage } from './compare-page';

const project = idOf('project', 1);
const deliverable = { id: idOf('deliverable', 22), number: 'D2.2', title: 'Report on the seminar' };
const compared = (more: Partial<ComparedVersionView> = {}): ComparedVersionView => ({
  id: idOf('version', 2),
  number: '0.2',
  fileName: 'report.docx',
  kind: 'docx',
  sizeBytes: 20_000,
  pages: null,
  author: aPersonRef(),
  createdAt: '2024-09-01T02:40:00.000Z',
  note: 'First figures.',
  reading: 'read',
  ...more,
});
const comparison = (more: Partial<ComparisonView> = {}): ComparisonView => ({
  deliverable,
  from: compared(),
  to: compared({ id: idOf('version', 3), number: '0.3', fileName: 'report.pdf', kind: 'pdf', pages: 12 }),
  text: {
    addedWords: 2,
    removedWords: 1,
    cut: false,
    blocks: [
      { kind: 'skipped', paragraphs: 4 },
      { kind: 'same', text: 'The seminar was held.' },
      {
        kind: 'changed',
        from: [
          { text: 'In ', changed: false },
          { text: 'May', changed: true },
        ],
        to: [
          { text: 'In ', changed: false },
          { text: 'late June', changed: true },
        ],
      },
    ],
  },
  versions: [3, 2, 1].map((n) => ({
    id: idOf('version', n),
    number: `0.${n}`,
    fileName: `report-${n}.pdf`,
    createdAt: '2024-09-01T02:40:00.000Z',
  })),
  ...more,
});

/** What was asked for lately stands; requests may still be open. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}

describe('page that compares two versions', () => {
  let http: HttpTestingController;
  let harness: RouterTestingHarness;
  const query = `from=${idOf('version', 2)}&to=${idOf('version', 3)}`;

  beforeEach(async () => {
    http = surroundings([
      provideRouter([{ path: 'p/:projectId/deliverables/:deliverableId/compare', component: ComparePage }], withComponentInputBinding()),
    ]);
    await signIn(aMe());
    harness = await RouterTestingHarness.create();
  });

  const page = (): HTMLElement => harness.routeNativeElement!;
  async function open(search: string): Promise<void> {
    await harness.navigateByUrl(`/p/${project}/deliverables/${deliverable.id}/compare${search}`);
    await settled();
  }
  async function answer(search: string, view: ComparisonView): Promise<void> {
    http.expectOne(`/api/projects/${project}/deliverables/${deliverable.id}/comparison?${search}`).flush(view);
    await settled();
  }

  it('shows what was and what is, word by word, and counts it', async () => {
    await open(`?${query}`);
    await answer(query, comparison());
    expect(page().textContent).toContain('2 words added, 1 word removed');
    expect(page().querySelector('del')?.textContent).toBe('May');
    expect(page().querySelector('ins')?.textContent).toBe('late June');
    expect(page().querySelector('.skipped')?.textContent).toContain('4 paragraphs that are the same');
    expect([...page().querySelectorAll('office-compared-facts')].map((facts) => facts.textContent.includes('12 pages'))).toEqual([
      false,
      true,
    ]);
  });

  it('takes another version by its address', async () => {
    await open(`?${query}`);
    await answer(query, comparison());
    const [from] = page().querySelectorAll('select');
    from!.value = idOf('version', 1);
    from!.dispatchEvent(new Event('change'));
    await settled();
    const other = `from=${idOf('version', 1)}&to=${idOf('version', 3)}`;
    expect(TestBed.inject(Router).url).toContain(`from=${idOf('version', 1)}`);
    await answer(other, comparison({ from: compared({ id: idOf('version', 1), number: '0.1' }) }));
    expect(page().querySelector('select')?.value).toBe(idOf('version', 1));
  });

  it.each([
    [{ text: null, to: compared({ number: '0.3', reading: 'empty' }) }, 'Version 0.3: The file has no text, only pictures'],
    [{ text: null }, 'would take too long'],
  ] as const)('says why there is no text', async (more, words) => {
    await open(`?${query}`);
    await answer(query, comparison(more));
    expect(page().textContent).toContain(words);
    expect(page().querySelector('table')).toBeNull();
  });

  it('asks for two versions where the address has none', async () => {
    await open('');
    http.expectNone(() => true);
    expect(page().textContent).toContain('No two versions are chosen');
  });
});
