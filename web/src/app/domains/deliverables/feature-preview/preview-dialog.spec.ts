import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PreviewView } from '@office/contracts';
import { aMe, aProblem, idOf } from '@office/testing';
import { signIn, surroundings } from '../../../../../test/render';
import { PreviewDialog, type PreviewQuestion } from './preview-dialog';

const base = `/api/projects/${idOf('project', 1)}/deliverables/${idOf('deliverable', 22)}/versions/${idOf('version', 3)}`;
const question: PreviewQuestion = {
  deliverableId: idOf('deliverable', 22),
  versionId: idOf('version', 3),
  number: '0.3',
  fileName: 'report.pdf',
  href: `${base}/file`,
};
const preview = (more: Partial<PreviewView> = {}): PreviewView => ({
  number: '0.3',
  fileName: 'report.pdf',
  sizeBytes: 1_000,
  pages: true,
  text: 'The text of it.',
  cut: false,
  reading: 'read',
  ...more,
});

/** What was asked for lately stands; requests may still be open. */
async function settled(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  TestBed.tick();
}

describe('what is in a version', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<PreviewDialog>;
  const page = (): HTMLElement => fixture.nativeElement as HTMLElement;
  const frame = (): HTMLIFrameElement | null => page().querySelector('iframe');

  beforeEach(async () => {
    http = surroundings([
      { provide: MAT_DIALOG_DATA, useValue: question },
      { provide: MatDialogRef, useValue: {} },
    ]);
    await signIn(aMe());
    fixture = TestBed.createComponent(PreviewDialog);
    await settled();
  });

  async function answer(view: PreviewView): Promise<void> {
    http.expectOne(`${base}/preview`).flush(view);
    await settled();
  }
  async function say(data: unknown): Promise<void> {
    window.dispatchEvent(new MessageEvent('message', { data, source: frame()!.contentWindow }));
    await settled();
  }
  const press = async (name: string): Promise<void> => {
    [...page().querySelectorAll('button')].find((button) => button.textContent.includes(name))!.click();
    await settled();
  };

  it('draws the pages in a frame without rights, which gets the file and says what it shows', async () => {
    await answer(preview());
    http.expectOne(question.href).flush(new ArrayBuffer(8));
    await settled();
    expect(frame()?.getAttribute('sandbox')).toBe('allow-scripts');
    const sent: unknown[] = [];
    frame()!.contentWindow!.postMessage = (message: unknown) => void sent.push(message);
    await say({ kind: 'ready' });
    expect(sent).toMatchObject([{ kind: 'pdf', label: 'Page {page} of {pages}' }]);
    await say({ kind: 'shown', pages: 3 });
    expect(page().querySelector('[role=status]')?.textContent).toContain('3 pages are shown');
  });

  it('listens to nobody but the frame', async () => {
    await answer(preview());
    http.expectOne(question.href).flush(new ArrayBuffer(8));
    await settled();
    window.dispatchEvent(new MessageEvent('message', { data: { kind: 'failed' }, source: window }));
    await settled();
    expect(frame()).not.toBeNull();
  });

  it('falls back on the text when the pages cannot be drawn', async () => {
    await answer(preview());
    http.expectOne(question.href).flush(new ArrayBuffer(8));
    await settled();
    await say({ kind: 'failed' });
    expect(frame()).toBeNull();
    expect(page().querySelector('.text')?.textContent).toBe('The text of it.');
  });

  it('fetches a large file only when its pages are asked for', async () => {
    await answer(preview({ sizeBytes: 60_000_000, cut: true }));
    http.expectNone(question.href);
    expect(page().textContent).toContain('longer than is shown');
    await press('Pages');
    http.expectOne(question.href).flush(new ArrayBuffer(8));
    await settled();
    expect(frame()).not.toBeNull();
    await press('Text');
    expect(page().querySelector('.text')).not.toBeNull();
  });

  it('shows the text of what has no pages here, or says why there is none', async () => {
    await answer(preview({ pages: false, text: null, reading: 'kind' }));
    expect(page().textContent).toContain('Files of this kind are not read');
    expect(frame()).toBeNull();
  });

  it('says that nobody sees what is not clean', async () => {
    http.expectOne(`${base}/preview`).flush(aProblem({ code: 'file-infected', status: 410 }), { status: 410, statusText: 'Gone' });
    await settled();
    expect(page().textContent).toContain('virus scanner found something');
  });
});
