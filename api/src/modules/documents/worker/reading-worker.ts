import { parentPort } from 'node:worker_threads';
import type { TextKind, TextRefusal } from '@office/domain';
import { compareTexts } from './compare-texts.ts';
import type { ReadingJob, ReadText } from './messages.ts';
import { readOffice, TooLargeError } from './office-text.ts';
import { readPdf } from './pdf-text.ts';
import { TextSink } from './text-sink.ts';

function readLines(bytes: Uint8Array): ReadText | 'empty' {
  const sink = new TextSink();
  for (const line of new TextDecoder().decode(bytes).split(/\r\n|\n|\r/)) sink.add(line);
  return sink.text(null);
}

async function read(kind: TextKind, bytes: Uint8Array): Promise<ReadText | TextRefusal> {
  try {
    switch (kind) {
      case 'pdf':
        return await readPdf(bytes);
      case 'docx':
      case 'odt':
        return readOffice(bytes, kind);
      case 'csv':
        return readLines(bytes);
    }
  } catch (error) {
    return error instanceof TooLargeError ? 'too-large' : 'unreadable';
  }
}

/** The thread's whole life: one job, one answer. Foreign files are taken apart here and nowhere else. */
parentPort?.on('message', (job: ReadingJob) => {
  const answer = job.job === 'read' ? read(job.kind, job.bytes) : Promise.resolve(compareTexts(job.from, job.to));
  void answer.then((value) => parentPort?.postMessage(value));
});
