import { afterNextRender, Component, computed, ElementRef, inject, input, linkedSignal, type OnInit, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { DeliverableView } from '@office/contracts';
import { NOTE_MAX_LENGTH, PORTAL_FILE_KINDS } from '@office/domain';
import { ActionButton } from '../../../shared/ui-action-button/action-button';
import { Card } from '../../../shared/ui-card/card';
import { Icon } from '../../../shared/ui-icon/icon';
import { Person } from '../../../shared/ui-person/person';
import { ProgressBar } from '../../../shared/ui-progress-bar/progress-bar';
import { StatusChip } from '../../../shared/ui-status-chip/status-chip';
import { Time } from '../../../shared/ui-time/time';
import { FileSizePipe } from '../../../shared/util-locale/file-size.pipe';
import { SessionStore } from '../../../shared/util-session/session-store';
import { offersOf } from '../data/offers';
import { followingVersion } from '../data/version-words';
import { arrivedPercent, isMissing, isWhole, type UploadFile } from '../data/upload-files';
import { UploadStore } from './upload-store';

const ENDINGS = Object.keys(PORTAL_FILE_KINDS);

/** Files become the next version: dropped or chosen, with a note, and with their way to the server in sight. */
@Component({
  selector: 'office-upload-panel',
  imports: [ActionButton, Card, FileSizePipe, Icon, MatButton, Person, ProgressBar, StatusChip, Time],
  providers: [UploadStore],
  templateUrl: './upload-panel.html',
  styleUrl: './upload-panel.scss',
  host: { tabindex: '-1' },
})
export class UploadPanel implements OnInit {
  readonly #session = inject(SessionStore);
  readonly deliverable = input.required<DeliverableView>();
  /** The version is stored. */
  readonly uploaded = output<DeliverableView>();
  /** The deliverable had changed: what it is now. */
  readonly overtaken = output<DeliverableView>();
  readonly closed = output();

  protected readonly store = inject(UploadStore);
  protected readonly accept = ENDINGS.map((ending) => `.${ending}`).join(',');
  protected readonly kinds = ENDINGS.join(', ');
  protected readonly noteMaxLength = NOTE_MAX_LENGTH;
  protected readonly over = signal(false);
  /** Nothing is on its way: files and note may be changed. */
  protected readonly free = computed(() => this.store.phase() === 'choosing' || this.store.phase() === 'paused');
  protected readonly next = computed(() => followingVersion(this.deliverable().latestVersion));
  protected readonly heading = computed(() => $localize`:@@upload.heading:Upload version ${this.next()}:version:`);
  /** A change in the meantime may have closed the way. */
  protected readonly reason = computed(() => {
    const { primary, others } = offersOf(this.deliverable(), this.#session.actor());
    const offer = [...(primary ? [primary] : []), ...others].find(({ kind }) => kind === 'upload');
    return offer ? offer.reason : $localize`:@@upload.notNow:In this state no version can be uploaded.`;
  });

  /** Somebody changed the deliverable after the form was opened; seen on the page, or learned when it was sent. */
  protected readonly overtakenBy = computed(() => this.store.overtaken() || this.#changed());
  readonly #changed = linkedSignal<number, boolean>({
    source: () => this.deliverable().version,
    computation: (version, before) => before !== undefined && (before.value || before.source !== version),
  });

  constructor() {
    const host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    afterNextRender(() => {
      host.scrollIntoView({ block: 'start' });
      host.focus({ preventScroll: true });
    });
  }

  ngOnInit(): void {
    this.store.restore(this.deliverable().id);
  }

  protected readonly missing = isMissing;
  protected readonly whole = isWhole;

  protected percentOf(file: UploadFile): number {
    return arrivedPercent([file]);
  }

  protected removeWords({ name }: UploadFile): string {
    return $localize`:@@upload.removeFile:Remove ${name}:file:`;
  }

  protected pick(field: HTMLInputElement): void {
    this.store.choose([...(field.files ?? [])]);
    // The same file can be chosen again after it was mended.
    field.value = '';
  }

  protected drop(event: DragEvent): void {
    event.preventDefault();
    this.over.set(false);
    const files = event.dataTransfer?.files;
    if (files && this.free()) this.store.choose([...files]);
  }

  protected drag(event: DragEvent): void {
    event.preventDefault();
    this.over.set(true);
  }

  protected async send(): Promise<void> {
    const result = await this.store.send(this.deliverable());
    if (result) (result.saved ? this.uploaded : this.overtaken).emit(result.view);
  }
}
