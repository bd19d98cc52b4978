import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import type { ComponentFixture } from '@angular/core/testing';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { DeliverableView, Problem } from '@office/contracts';
import { aDeliverable, aMe, aProblem, idOf } from '@office/testing';
import { click, control, render, signIn, surroundings, textOf, type } from '../../../../../test/render';
import { UploadLine, type Line, type LineEnd, type LineRequest } from '../data/upload-line';
import { UploadPanel } from './upload-panel';

const seen = aDeliverable({ version: 5 });
const address = `/api/projects/${idOf('project', 1)}/deliverables/${seen.id}/versions`;
const pdf = (name = 'report.pdf', text = '%PDF-1.7'): File =>
  new File([text], name, { type: 'application/pdf', lastModified: 1_726_000_000_000 });

/** A line on which the test says what arrives. */
class TestLine {
  readonly sent: (LineRequest & { finish(end: LineEnd): void })[] = [];
  readonly givenUp: string[] = [];

  send(request: LineRequest): Line {
    let finish: (end: LineEnd) => void = () => undefined;
    const end = new Promise<LineEnd>((resolve) => (finish = resolve));
    this.sent.push({ ...request, finish });
    return { end, pause: () => finish({ kind: 'paused' }) };
  }

  giveUp(given: string): Promise<void> {
    this.givenUp.push(given);
    return Promise.resolve();
  }

  /** The newest file arrives whole, under the next number. */
  arrive(): void {
    const { begun, arrived, file, finish, address: before } = this.sent.at(-1)!;
    if (before === null) begun(`/uploads/${this.sent.length}`);
    arrived(file.size);
    finish({ kind: 'whole' });
  }
}

describe('upload of a version', () => {
  let api: HttpTestingController;
  let line: TestLine;
  let panel: ComponentFixture<UploadPanel>;
  let uploaded: DeliverableView[];

  const open = async (): Promise<void> => {
    panel = await render(UploadPanel, { deliverable: seen });
    panel.componentInstance.uploaded.subscribe((view) => uploaded.push(view));
    panel.componentInstance.overtaken.subscribe((view) => panel.componentRef.setInput('deliverable', view));
  };

  beforeEach(async () => {
    Element.prototype.scrollIntoView = () => undefined;
    localStorage.clear();
    uploaded = [];
    line = new TestLine();
    api = surroundings([{ provide: UploadLine, useFactory: () => line }]);
    await signIn(aMe({ maxUploadBytes: 2_000_000 }));
    await open();
  });

  const settled = async (): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve));
    await panel.whenStable();
  };

  async function choose(...files: File[]): Promise<void> {
    const field = (panel.nativeElement as HTMLElement).querySelector<HTMLInputElement>('input[type="file"]')!;
    Object.defineProperty(field, 'files', { value: files, configurable: true });
    field.dispatchEvent(new Event('change'));
    await panel.whenStable();
  }

  /** Sends what is chosen, to the request that makes a version of it. */
  async function sent(files = 1): Promise<TestRequest> {
    await click(panel, 'Upload version');
    for (let n = 0; n < files; n += 1) {
      line.arrive();
      await settled();
    }
    return api.expectOne({ method: 'POST', url: address });
  }

  async function refuse(request: TestRequest, problem: Partial<Problem>): Promise<void> {
    const body = aProblem(problem);
    request.flush(body, { status: body.status, statusText: body.title });
    await settled();
  }

  it('sends the file, then makes a version of what arrived, with the version that the person saw', async () => {
    await choose(pdf());
    await type(panel, 'What is new', 'Table 3 added.');
    const { request } = await sent();
    expect(line.sent[0]).toMatchObject({ deliverableId: seen.id, address: null, endpoint: `/api/projects/${idOf('project', 1)}/uploads` });
    expect(line.sent[0]?.file.name).toBe('report.pdf');
    expect(request.body).toEqual({ uploads: ['1'], note: 'Table 3 added.' });
    expect(request.headers.get('If-Match')).toBe('"5"');
  });

  it('shows how much has arrived, and hands over what was stored', async () => {
    await choose(pdf());
    await click(panel, 'Upload version');
    line.sent[0]!.begun('/uploads/1');
    line.sent[0]!.arrived(2);
    await settled();
    expect(textOf(panel)).toContain('Sending: 25%');
    line.arrive();
    await settled();
    expect(textOf(panel)).toContain('The server checks the file');
    const stored = aDeliverable({ version: 6, latestVersion: '0.4' });
    api.expectOne(address).flush(stored);
    await settled();
    expect(uploaded).toEqual([stored]);
    expect(localStorage.length).toBe(0);
  });

  it('sends several files one after the other, and says that they become a zip', async () => {
    await choose(pdf('a.pdf'), pdf('b.pdf'));
    await choose(pdf('c.pdf'));
    expect(textOf(panel)).toContain('These files become one zip');
    await click(panel, 'Remove');
    const { request } = await sent(2);
    expect(line.sent.map(({ file }) => file.name)).toEqual(['b.pdf', 'c.pdf']);
    expect((request.body as { uploads: string[] }).uploads).toEqual(['1', '2']);
  });

  it('can be paused, and goes on from where it was', async () => {
    await choose(pdf());
    await click(panel, 'Upload version');
    line.sent[0]!.begun('/uploads/1');
    line.sent[0]!.arrived(4);
    await settled();
    await click(panel, 'Pause');
    await settled();
    expect(textOf(panel)).toContain('Paused at 50%');
    await click(panel, 'Go on');
    expect(line.sent[1]?.address).toBe('/uploads/1');
    line.arrive();
    await settled();
    expect((api.expectOne(address).request.body as { uploads: string[] }).uploads).toEqual(['1']);
  });

  it('survives a reload: the same file, chosen again, goes on; note and files are there', async () => {
    await choose(pdf());
    await type(panel, 'What is new', 'Table 3 added.');
    await click(panel, 'Upload version');
    line.sent[0]!.begun('/uploads/1');
    line.sent[0]!.arrived(3);
    panel.destroy();
    await settled();

    await open();
    expect(textOf(panel)).toContain('37% arrived');
    expect(textOf(panel)).toContain('Choose it again to go on from there');
    await click(panel, 'Upload version');
    expect(textOf(panel)).toContain('Choose report.pdf again to go on with it, or take it out.');
    await choose(pdf());
    expect(textOf(panel)).not.toContain('Choose it again');
    await click(panel, 'Upload version');
    expect(line.sent[1]?.address).toBe('/uploads/1');
    line.arrive();
    await settled();
    expect(api.expectOne(address).request.body).toEqual({ uploads: ['1'], note: 'Table 3 added.' });
  });

  it('goes on after a reload with what had arrived whole, without the file', async () => {
    await choose(pdf());
    await refuse(await sent(), { status: 503, code: 'unavailable' });
    panel.destroy();
    await open();
    expect(textOf(panel)).toContain('arrived');
    await click(panel, 'Upload version');
    await settled();
    expect((api.expectOne(address).request.body as { uploads: string[] }).uploads).toEqual(['1']);
  });

  it('can be stopped: what was sent is given up, the file and the note stay', async () => {
    await choose(pdf());
    await type(panel, 'What is new', 'Table 3 added.');
    await click(panel, 'Upload version');
    line.sent[0]!.begun('/uploads/1');
    await settled();
    await click(panel, 'Stop');
    await settled();
    expect(line.givenUp).toEqual(['/uploads/1']);
    expect(localStorage.length).toBe(0);
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
    expect(line.sent).toEqual([]);
  });

  it('sends once, however often the button is pressed', async () => {
    await choose(pdf());
    const button = control(panel, 'Upload version');
    button.click();
    button.click();
    await panel.whenStable();
    expect(line.sent).toHaveLength(1);
  });

  it('asks for a file first', async () => {
    await click(panel, 'Upload version');
    expect(textOf(panel)).toContain('Choose a file first.');
  });

  it.each<[Partial<Problem>, string]>([
    [{ status: 415, code: 'file-kind-mismatch' }, 'The content of the file is not what its name says.'],
    [{ status: 422, code: 'file-two-kinds', params: { fileName: 'report.pdf' } }, 'of two kinds at once'],
    [
      { status: 422, code: 'archive-refused', params: { reason: 'packed-too-tightly', fileName: 'a.zip: bomb' } },
      'made to do harm. (a.zip: bomb)',
    ],
    [{ status: 422, code: 'archive-refused', params: { reason: 'path', fileName: 'a.zip: ../a' } }, 'may not lead into another folder'],
    [{ status: 409, code: 'same-content' }, 'This file is the same as the newest version.'],
    [{ status: 410, code: 'upload-gone' }, 'Choose it again.'],
  ])('says what the server refuses, and sends it anew the next time: %j', async (problem, words) => {
    await choose(pdf());
    await refuse(await sent(), problem);
    expect(textOf(panel)).toContain(words);
    expect(textOf(panel)).toContain('report.pdf');
    expect(uploaded).toEqual([]);
    await click(panel, 'Upload version');
    expect(line.sent.at(-1)?.address).toBeNull();
  });

  it.each<[Partial<Problem>, string]>([
    [{ status: 403, code: 'forbidden' }, 'You may see this, but not change it.'],
    [{ status: 503, code: 'unavailable' }, 'The server is not ready right now.'],
  ])('keeps what has arrived when that is not at fault: %j', async (problem, words) => {
    await choose(pdf());
    await refuse(await sent(), problem);
    expect(textOf(panel)).toContain(words);
    await click(panel, 'Upload version');
    await settled();
    expect(line.sent).toHaveLength(1);
    api.expectOne(address);
  });

  it('keeps everything when the line breaks, and goes on when it is asked to', async () => {
    await choose(pdf());
    await click(panel, 'Upload version');
    line.sent[0]!.begun('/uploads/1');
    line.sent[0]!.finish({ kind: 'refused', problem: { offline: true, code: 'offline', status: 0 } });
    await settled();
    expect(textOf(panel)).toContain('The server cannot be reached.');
    await click(panel, 'Go on');
    expect(line.sent[1]?.address).toBe('/uploads/1');
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

    it('shows what is there now and lets the person add it after that, without sending it again', async () => {
      await overtake(aDeliverable({ version: 6, latestVersion: '0.4' }));
      expect(textOf(panel)).toContain('your file and note are kept');
      expect(textOf(panel)).toContain('with version 0.4');
      await click(panel, 'Upload version 0.5');
      await settled();
      const { request } = api.expectOne(address);
      expect(request.headers.get('If-Match')).toBe('"6"');
      expect(request.body).toEqual({ uploads: ['1'], note: 'Table 3 added.' });
      expect(line.sent).toHaveLength(1);
    });

    it('says when the way is closed', async () => {
      await overtake(aDeliverable({ version: 6, state: 'in-review' }));
      expect(control(panel, 'Upload version').getAttribute('aria-disabled')).toBe('true');
      expect(textOf(panel)).toContain('In this state no version can be uploaded.');
    });
  });
});
