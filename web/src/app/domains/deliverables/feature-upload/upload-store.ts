import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import type { DeliverableView, ProblemCode, VersionRequest } from '@office/contracts';
import { VERSION_FILES_MAX } from '@office/domain';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { fieldWords, problemWords } from '../../../shared/util-http/problem-words';
import { currentOf, ProjectApi } from '../../../shared/util-http/project-api';
import { SessionStore } from '../../../shared/util-session/session-store';
import { BegunUploads } from '../data/begun-uploads';
import { fileFinding } from '../data/file-check';
import { arrivedPercent, begunOf, isMissing, isWhole, remembered, uploadIdOf, withChosen, type UploadFile } from '../data/upload-files';
import { UploadLine, type Line } from '../data/upload-line';

/** What became of an upload: the deliverable with the version, or as it is at the server now because it had changed. */
export type UploadResult =
  { readonly saved: true; readonly view: DeliverableView } | { readonly saved: false; readonly view: DeliverableView };

/** `adding`: everything has arrived, and the server looks it through. */
export type UploadPhase = 'choosing' | 'sending' | 'paused' | 'adding';

/** The server has deleted what was sent: it must be sent anew. */
const FORGOTTEN: readonly ProblemCode[] = [
  'file-kind-mismatch',
  'file-two-kinds',
  'archive-refused',
  'file-too-large',
  'same-content',
  'quota-exceeded',
  'upload-gone',
];

/** Files on their way to a version. They, the note and what has arrived stay whatever happens, until the version is there. */
@Injectable()
export class UploadStore {
  readonly #api = inject(ProjectApi);
  readonly #session = inject(SessionStore);
  readonly #begun = inject(BegunUploads);
  readonly #sender = inject(UploadLine);
  #line: Line | null = null;
  #deliverableId = '';

  readonly files = signal<readonly UploadFile[]>([]);
  readonly note = signal('');
  readonly phase = signal<UploadPhase>('choosing');
  readonly percent = computed(() => arrivedPercent(this.files()));
  /** Files that were begun before the page was loaded anew, and have to be chosen again. */
  readonly missing = computed(() => this.files().filter(isMissing));
  /** Why it was not taken, in words. */
  readonly problem = signal('');
  /** Somebody else changed the deliverable after the person opened it. */
  readonly overtaken = signal(false);

  constructor() {
    inject(DestroyRef).onDestroy(() => this.#line?.pause());
  }

  /** Takes up what this browser began before. */
  restore(deliverableId: string): void {
    this.#deliverableId = deliverableId;
    const { note, files } = this.#begun.take(this.#personId, deliverableId);
    this.files.set(remembered(files));
    this.note.set(note);
  }

  write(note: string): void {
    this.note.set(note);
    this.#remember();
  }

  choose(chosen: readonly File[]): void {
    const findings = chosen.map((file) => ({ file, finding: this.#findingOf(file) }));
    const refused = findings.filter(({ finding }) => finding !== null);
    const taken = findings.filter(({ finding }) => finding === null).map(({ file }) => file);
    const files = withChosen(this.files(), taken);
    this.problem.set(refusalOf(refused, chosen.length));
    if (files.length > VERSION_FILES_MAX)
      this.problem.set($localize`:@@upload.tooMany:A version is made of ${VERSION_FILES_MAX}:number: files at most.`);
    else this.files.set(files);
  }

  /** Takes a file out of the version; what was sent of it is given up. */
  remove(file: UploadFile): void {
    this.files.update((files) => files.filter((other) => other !== file));
    this.problem.set('');
    this.#remember();
    if (file.address !== null) void this.#sender.giveUp(file.address);
  }

  pause(): void {
    this.#line?.pause();
  }

  /** Breaks off; nothing of what was sent is kept, the files stay chosen. */
  cancel(): void {
    this.#line?.pause();
    const addresses = this.files().flatMap(({ address }) => address ?? []);
    this.#sendAnew();
    this.files.update((files) => files.filter(({ file }) => file !== null));
    this.phase.set('choosing');
    for (const address of addresses) void this.#sender.giveUp(address);
  }

  async send({ id, version }: DeliverableView): Promise<UploadResult | undefined> {
    // The second click of a double click comes before the button is gone.
    if (this.phase() === 'sending' || this.phase() === 'adding') return undefined;
    this.problem.set(this.#incomplete() ?? '');
    if (this.problem() !== '') return undefined;
    this.overtaken.set(false);
    this.phase.set('sending');
    for (const file of this.files()) {
      if (isWhole(file) || (await this.#sendOne(id, file))) continue;
      return undefined;
    }
    this.phase.set('adding');
    return this.#add(id, version);
  }

  get #personId(): string {
    return this.#session.me()?.person.id ?? '';
  }

  #incomplete(): string | null {
    const [missing] = this.missing();
    if (missing) return $localize`:@@upload.chooseAgain:Choose ${missing.name}:file: again to go on with it, or take it out.`;
    return this.files().length === 0 ? $localize`:@@upload.none:Choose a file first.` : null;
  }

  #findingOf(file: File): string | null {
    return fileFinding(file, this.#session.me()?.maxUploadBytes ?? Infinity);
  }

  /** False when it did not get there: paused by the person, broken, or refused. */
  async #sendOne(deliverableId: string, { file, name, address }: UploadFile): Promise<boolean> {
    if (file === null) return false;
    const change = (facts: Partial<UploadFile>): void =>
      this.files.update((files) => files.map((entry) => (entry.file === file ? { ...entry, ...facts } : entry)));
    this.#line = this.#sender.send({
      file,
      deliverableId,
      address,
      endpoint: this.#api.url('uploads') ?? '',
      begun: (begunAt) => {
        change({ address: begunAt });
        this.#remember();
      },
      arrived: (bytes) => {
        change({ arrived: bytes });
        this.#remember();
      },
    });
    const end = await this.#line.end;
    this.#line = null;
    if (end.kind === 'whole') change({ arrived: file.size });
    else if (this.phase() === 'sending') this.phase.set('paused');
    if (end.kind === 'refused') this.#refused(end.problem, name);
    this.#remember();
    return end.kind === 'whole';
  }

  async #add(id: string, version: number): Promise<UploadResult | undefined> {
    const uploads = this.files().map(({ address }) => uploadIdOf(address ?? ''));
    const body: VersionRequest = { uploads, note: this.note() };
    const result = await this.#api.post<DeliverableView>(['deliverables', id, 'versions'], { body, version });
    this.phase.set('choosing');
    if (!result.ok) return this.#refused(result.problem);
    this.files.set([]);
    this.#remember();
    return { saved: true, view: result.value };
  }

  #refused(problem: ReadProblem, name?: string): UploadResult | undefined {
    const current = currentOf(problem) as DeliverableView | undefined;
    if (current) {
      this.overtaken.set(true);
      return { saved: false, view: current };
    }
    if (!problem.offline && problem.status >= 400 && problem.status < 500 && name !== undefined) this.phase.set('choosing');
    if (!problem.offline && FORGOTTEN.includes(problem.code)) this.#sendAnew();
    const field = problem.offline ? undefined : problem.errors?.[0];
    const words = field ? `${problemWords(problem)} ${fieldWords(field)}` : problemWords(problem);
    this.problem.set(name === undefined ? words : `${name}: ${words}`);
    return undefined;
  }

  #sendAnew(): void {
    this.files.update((files) => files.map((file) => ({ ...file, address: null, arrived: 0 })));
    this.#remember();
  }

  #remember(): void {
    this.#begun.put(this.#personId, this.#deliverableId, { note: this.note(), files: begunOf(this.files()) });
  }
}

/** Why files were not taken; of several it says which. */
function refusalOf(refused: readonly { readonly file: File; readonly finding: string | null }[], chosen: number): string {
  const why = refused[0]?.finding ?? '';
  if (why === '' || chosen === 1) return why;
  const names = refused.map(({ file }) => file.name).join(', ');
  return $localize`:@@upload.leftOut:Left out: ${names}:names:. ${why}:why:`;
}
