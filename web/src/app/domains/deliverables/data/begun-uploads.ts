import { DOCUMENT, inject, Injectable } from '@angular/core';

/** A file of an upload that was begun, as this browser remembers it. */
export interface BegunFile {
  readonly name: string;
  readonly size: number;
  readonly modifiedAt: number;
  /** Null when its turn had not come. */
  readonly address: string | null;
  /** Bytes; the server knows better. */
  readonly arrived: number;
}

export interface BegunUpload {
  readonly note: string;
  readonly files: readonly BegunFile[];
}

const NOTHING: BegunUpload = { note: '', files: [] };

const isFile = (value: unknown): value is BegunFile => {
  const { name, size, modifiedAt, address, arrived } = (value ?? {}) as Partial<Record<keyof BegunFile, unknown>>;
  return (
    typeof name === 'string' && (address === null || typeof address === 'string') && [size, modifiedAt, arrived].every(Number.isFinite)
  );
};

function read(text: string | null): BegunUpload {
  const { note, files } = (JSON.parse(text ?? '{}') ?? {}) as { note?: unknown; files?: unknown };
  return { note: typeof note === 'string' ? note : '', files: Array.isArray(files) ? files.filter(isFile) : [] };
}

/** Uploads of this browser that are not a version yet, one for each person and deliverable. Works without when storage is refused. */
@Injectable({ providedIn: 'root' })
export class BegunUploads {
  readonly #window = inject(DOCUMENT).defaultView;

  take(personId: string, deliverableId: string): BegunUpload {
    try {
      return read(this.#window?.localStorage.getItem(keyOf(personId, deliverableId)) ?? null);
    } catch {
      return NOTHING;
    }
  }

  put(personId: string, deliverableId: string, begun: BegunUpload): void {
    try {
      if (begun.files.length > 0) this.#window?.localStorage.setItem(keyOf(personId, deliverableId), JSON.stringify(begun));
      else this.#window?.localStorage.removeItem(keyOf(personId, deliverableId));
    } catch {
      // Without a place to remember, an upload goes on only while the page is open.
    }
  }
}

const keyOf = (personId: string, deliverableId: string): string => `office.upload.${personId}.${deliverableId}`;
