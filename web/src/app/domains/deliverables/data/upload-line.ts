import { HttpErrorResponse } from '@angular/common/http';
import { Injectable } from '@angular/core';
import type { DetailedError, Upload } from 'tus-js-client';
import { readProblem, type ReadProblem } from '../../../shared/util-http/problem';

/** A proxy that holds requests back until they are whole loses at most one piece. */
const PIECE_BYTES = 5_000_000;
const RETRY_DELAYS_MS = [0, 1_000, 3_000, 5_000, 10_000];

export interface LineRequest {
  readonly file: File;
  readonly endpoint: string;
  readonly deliverableId: string;
  /** Where it was begun before; null begins anew. */
  readonly address: string | null;
  /** Where it can be gone on with, as soon as it is known. */
  readonly begun: (address: string) => void;
  readonly arrived: (bytes: number) => void;
}

export type LineEnd =
  { readonly kind: 'whole' } | { readonly kind: 'paused' } | { readonly kind: 'refused'; readonly problem: ReadProblem };

export interface Line {
  readonly end: Promise<LineEnd>;
  /** What has arrived stays there. */
  readonly pause: () => void;
}

/** The library's own error carries the answer, if one came. */
function problemOf(error: Error | DetailedError): ReadProblem {
  const response = 'originalResponse' in error ? error.originalResponse : null;
  return readProblem(new HttpErrorResponse({ status: response?.getStatus() ?? 0, error: response?.getBody() ?? null }));
}

/** Sends files in pieces (tus protocol), again and again from where a broken line left them. */
@Injectable({ providedIn: 'root' })
export class UploadLine {
  send(request: LineRequest): Line {
    let paused = false;
    let stop = (): void => undefined;
    let upload: Upload | null = null;
    const end = new Promise<LineEnd>((resolve) => {
      stop = () => {
        paused = true;
        void upload?.abort();
        resolve({ kind: 'paused' });
      };
      const fail = (error: unknown): void => resolve({ kind: 'refused', problem: problemOf(error instanceof Error ? error : new Error()) });
      begin(request, resolve)
        .then((begun) => {
          upload = begun;
          if (!paused) begun.start();
        })
        .catch(fail);
    });
    return { end, pause: stop };
  }

  /** Nothing of it is kept; whether the server heard it does not matter, since it forgets in time. */
  async giveUp(address: string): Promise<void> {
    try {
      const { Upload: Tus } = await import('tus-js-client');
      await Tus.terminate(address, { retryDelays: [] });
    } catch {
      // It was taken, or has expired.
    }
  }
}

async function begin(request: LineRequest, resolve: (end: LineEnd) => void): Promise<Upload> {
  // The library comes with the first upload.
  const { Upload: Tus } = await import('tus-js-client');
  const upload: Upload = new Tus(request.file, {
    endpoint: request.endpoint,
    uploadUrl: request.address,
    chunkSize: PIECE_BYTES,
    retryDelays: RETRY_DELAYS_MS,
    // What was begun is remembered here with the note and the other files, and not by the library.
    storeFingerprintForResuming: false,
    metadata: { filename: request.file.name, deliverable: request.deliverableId },
    onUploadUrlAvailable: () => upload.url && request.begun(upload.url),
    onProgress: (sent) => request.arrived(sent),
    onSuccess: () => resolve({ kind: 'whole' }),
    onError: (error) => resolve({ kind: 'refused', problem: problemOf(error) }),
  });
  return upload;
}
