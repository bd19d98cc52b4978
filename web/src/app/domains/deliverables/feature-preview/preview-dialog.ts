import '../../../shared/page-kit';
import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import type { PreviewView } from '@office/contracts';
import { ErrorState } from '../../../shared/ui-error-state/error-state';
import { Skeleton } from '../../../shared/ui-skeleton/skeleton';
import { pageResource } from '../../../shared/util-http/page-resource';
import { ProjectApi } from '../../../shared/util-http/project-api';
import { plural } from '../../../shared/util-locale/format';
import { FileSizePipe } from '../../../shared/util-locale/file-size.pipe';
import { readingWords } from '../data/check-words';
import { PageFrame } from '../ui/preview/page-frame';

export interface PreviewQuestion {
  readonly deliverableId: string;
  readonly versionId: string;
  readonly number: string;
  readonly fileName: string;
  /** Where the file itself lies. */
  readonly href: string;
}

/** A larger file is fetched only when its pages are asked for. */
const FETCHED_UNASKED = 10_000_000;

/** What is in a version's file: its pages as they look, or its text alone. */
@Component({
  selector: 'office-preview-dialog',
  imports: [ErrorState, FileSizePipe, MatButton, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle, PageFrame, Skeleton],
  templateUrl: './preview-dialog.html',
  styleUrl: './preview-dialog.scss',
})
export class PreviewDialog {
  readonly #api = inject(ProjectApi);
  protected readonly question = inject<PreviewQuestion>(MAT_DIALOG_DATA);
  protected readonly preview = pageResource<PreviewView>(() =>
    this.#api.url('deliverables', this.question.deliverableId, 'versions', this.question.versionId, 'preview'),
  );
  /** What the person asked for; null before that. */
  readonly #asked = signal<'pages' | 'text' | null>(null);
  protected readonly failed = signal(false);
  protected readonly pages = signal<number | null>(null);

  protected readonly shows = computed<'pages' | 'text'>(() => {
    const view = this.preview.data();
    if (!view?.pages || this.failed()) return 'text';
    return this.#asked() ?? (view.sizeBytes <= FETCHED_UNASKED || view.text === null ? 'pages' : 'text');
  });
  protected readonly bytes = httpResource.arrayBuffer(() => (this.shows() === 'pages' ? this.question.href : undefined));
  protected readonly content = computed(() => (this.bytes.hasValue() ? this.bytes.value() : null));
  protected readonly drawn = computed(() => {
    const pages = this.pages();
    if (pages === null) return '';
    return plural(pages, {
      one: $localize`:@@preview.shownOne:One page is shown.`,
      other: $localize`:@@preview.shown:${pages}:count: pages are shown.`,
    });
  });
  protected readonly why = computed(() => readingWords(this.preview.data()?.reading ?? null));

  protected show(what: 'pages' | 'text'): void {
    this.#asked.set(what);
  }
}
