import { describe, expect, it } from '@jest/globals';
import { aDeliverable, aHistoryItem } from '@office/testing';
import { openRequest, portalLog } from './portal-log';

const REASON = 'Annex 2 is missing.';
const history = [
  aHistoryItem({ at: '2024-10-20T08:00:00.000Z', event: 'deliverable.submitted', detail: { version: '1.1' } }),
  aHistoryItem({ at: '2024-10-12T08:00:00.000Z', event: 'deliverable.version-uploaded', detail: { version: '1.1' } }),
  aHistoryItem({ at: '2024-10-10T08:00:00.000Z', event: 'deliverable.revision-requested', detail: { version: '1.0', reason: REASON } }),
  aHistoryItem({ at: '2024-10-02T08:00:00.000Z', event: 'deliverable.submitted', detail: { version: '1.0' } }),
  aHistoryItem({ at: '2024-10-01T08:00:00.000Z', event: 'deliverable.approved', detail: { version: '1.0' } }),
];

describe('what happened with EACEA', () => {
  it('is told newest first, and knows what was sent again', () => {
    expect(portalLog({ history }).map(({ kind, words, reason }) => [kind, words, reason])).toEqual([
      ['resubmitted', 'Version 1.1 submitted again', ''],
      ['revision-requested', 'EACEA asked for a revision', REASON],
      ['submitted', 'Version 1.0 submitted', ''],
      ['approved', 'Coordinator approved version 1.0', ''],
    ]);
  });

  it('names the request that waits for an answer', () => {
    const view = aDeliverable({ state: 'revision-requested', history: history.slice(2), answerReason: REASON });
    expect(openRequest(view)).toMatchObject({ at: '2024-10-10T08:00:00.000Z', reason: REASON });
    expect(openRequest({ ...view, answerReason: null })).toBeNull();
  });
});
