import { HttpEventType } from '@angular/common/http';
import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliverableView, Problem } from '@office/contracts';
import { aDeliverable, aMe, aProblem, idOf } from '@office/testing';
import { click, control, render, signIn, surroundings, textOf, type } from '../../../../../test/render';
import { UploadPanel } from './upload-panel';

const seen = aDeliverable({ version: 5 });
const address = `/api/projects/${idOf('project', 1)}/deliverables/${seen.id}/versions`;
const pdf = (name = 'report.pdf', text = '%PDF-1.7'): File => new File([text], name, { type: 'application/pdf' });

describe('upload of a version', () => {
  let api: HttpTestingController;
  let panel: ComponentFixture<UploadPanel>;
  let uploaded: DeliverableView[];

  beforeEach(async () => {
    Element.prototype.scrollIntoView = () => undefined;
    uploaded = [];
    api = surroundings();
    await signIn(aMe({ maxUploadBytes: 2_000_000 }));
    panel = await render(UploadPanel, { deliverable: seen });
    panel.componentInstance.uploaded.subscribe((view) => uploaded.push(view));
    panel.componentInstance.overtaken.subscribe((view) => panel.componentRef.setInput('deliverable', view));
  });

  async function choose(file: File): Promise<void> {
    const field = (panel.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[type="file"]')!;
    Object.defineProperty(field, 'files', { value: { item: () => file }, configurable: true });
    field.dispatchEvent(new Event('change'));
    await panel.whenStable();
  }

  async function sent(): Promise<TestRequest> {
    await click(panel, 'Upload version');
    return api.expectOne({ method: 'POST', url: address });
  }

  async function refuse(request: TestRequest, problem: Partial<Problem>): Promise<void> {
    const body = aProblem(problem);
    request.flush(body, { status: body.status, statusText: body.title });
    await settled();
  }

  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await panel.whenStable();
  };

  it('sends the note before the file, with the version that the person saw', async () => {
    await choose(pdf());
    await type(panel, 'What is new', 'Table 3 added.');
    const { request } = await sent();
    const form = request.body as FormData;
    expect([...form.keys()]).toEqual(['note', 'file']);
    expect(form.get('note')).toBe('Table 3 added.');
    expect((form.get('file') as File).name).toBe('report.pdf');
    expect(request.headers.get('If-Match')).toBe('"5"');
  });

  it('shows how much has gone out, and hands over what was stored', async () => {
    await choose(pdf());
    const request = await sent();
    request.event({ type: HttpEventType.UploadProgress, loaded: 30, total: 120 });
    await panel.whenStable();
    expect(textOf(panel)).toContain('Sending: 25%');
    request.event({ type: HttpEventType.UploadProgress, loaded: 120, total: 120 });
    await panel.whenStable();
    expect(textOf(panel)).toContain('The server checks the file');
    const stored = aDeliverable({ version: 6, latestVersion: '0.4' });
    request.flush(stored);
    await settled();
    expect(uploaded).toEqual([stored]);
  });

  it('can be stopped, and keeps the file and the note', async () => {
    await choose(pdf());
    await type(panel, 'What is new', 'Table 3 added.');
    const request = await sent();
    await click(panel, 'Stop');
    await settled();
    expect(request.cancelled).toBe(true);
    expect(textOf(panel)).toContain('report.pdf');
    expect(control(panel, 'Upload version 0.4').getAttribute('aria-disabled')).not.toBe('true');
  });

  it.each([
    [pdf('report.exe'), 'The EU portal takes doc, docx, odt, rtf, pdf, csv and zip files.'],
    [pdf('report.pdf', ''), 'This file is empty.'],
    [pdf('report.pdf', '%'.repeat(2_000_001)), 'The file is too large; up to 2 MB are taken.'],
  ])('refuses before sending: %#', async (file, words) => {
    await choose(file);
    expect(textOf(panel)).toContain(words);
    await click(panel, 'Upload version');
    api.expectNone(address);
  });

  it('sends once, however often the button is pressed', async () => {
    await choose(pdf());
    const button = control(panel, 'Upload version');
    button.click();
    button.click();
    await panel.whenStable();
    expect(api.match({ method: 'POST', url: address })).toHaveLength(1);
  });

  it('asks for a file first', async () => {
    await click(panel, 'Upload version');
    expect(textOf(panel)).toContain('Choose a file first.');
    api.expectNone(address);
  });

  it.each<[Partial<Problem>, string]>([
    [{ status: 413, code: 'file-too-large', params: { maxBytes: 200_000_000 } }, 'The file is too large; up to 200 MB are taken.'],
    [{ status: 415, code: 'file-kind-refused' }, 'The EU portal takes doc, docx'],
    [{ status: 422, code: 'file-kind-mismatch' }, 'The content of the file is not what its name says.'],
    [{ status: 409, code: 'same-content' }, 'This file is the same as the newest version.'],
    [{ status: 400, code: 'upload-interrupted' }, 'Nothing was saved; try again.'],
    [{ status: 403, code: 'forbidden' }, 'You may see this, but not change it.'],
    [{ status: 503, code: 'unavailable' }, 'The server is not ready right now.'],
  ])('says what the server refuses: %j', async (problem, words) => {
    await choose(pdf());
    await refuse(await sent(), problem);
    expect(textOf(panel)).toContain(words);
    expect(textOf(panel)).toContain('report.pdf');
    expect(uploaded).toEqual([]);
  });

  it('keeps everything when the connection breaks', async () => {
    await choose(pdf());
    (await sent()).error(new ProgressEvent('error'));
    await settled();
    expect(textOf(panel)).toContain('The server cannot be reached.');
    expect(textOf(panel)).toContain('report.pdf');
  });

  it('says when the page learns of a change before anything is sent, and keeps what is typed', async () => {
    await choose(pdf());
    await type(panel, 'What is new', 'Table 3 added.');
    panel.componentRef.setInput('deliverable', aDeliverable({ version: 6, latestVersion: '0.4' }));
    await panel.whenStable();
    expect(textOf(panel)).toContain('your file and note are kept');
    expect(textOf(panel)).toContain('report.pdf');
    expect((await sent()).request.headers.get('If-Match')).toBe('"6"');
  });

  describe('when somebody else was faster', () => {
    const overtake = async (current: DeliverableView): Promise<void> => {
      await choose(pdf());
      await type(panel, 'What is new', 'Table 3 added.');
      await refuse(await sent(), { status: 412, code: 'precondition-failed', current });
    };

    it('shows what is there now and lets the person upload after it', async () => {
      await overtake(aDeliverable({ version: 6, latestVersion: '0.4' }));
      expect(textOf(panel)).toContain('your file and note are kept');
      expect(textOf(panel)).toContain('with version 0.4');
      await click(panel, 'Upload version 0.5');
      const { request } = api.expectOne(address);
      expect(request.headers.get('If-Match')).toBe('"6"');
      expect((request.body as FormData).get('note')).toBe('Table 3 added.');
    });

    it('says when the way is closed', async () => {
      await overtake(aDeliverable({ version: 6, state: 'in-review' }));
      expect(control(panel, 'Upload version').getAttribute('aria-disabled')).toBe('true');
      expect(textOf(panel)).toContain('In this state no version can be uploaded.');
    });
  });
});
