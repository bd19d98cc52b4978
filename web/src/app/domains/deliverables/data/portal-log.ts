import type { DeliverableHistoryItem, DeliverableView, PersonRef } from '@office/contracts';

/** What happened between the coordinator and EACEA. */
export interface PortalEntry {
  readonly kind: 'approved' | 'submitted' | 'resubmitted' | 'revision-requested' | 'accepted';
  readonly words: string;
  readonly at: string;
  readonly by: PersonRef | null;
  /** EACEA's reason, where it gave one. */
  readonly reason: string;
}

const EVENTS = {
  'deliverable.approved': 'approved',
  'deliverable.submitted': 'submitted',
  'deliverable.revision-requested': 'revision-requested',
  'deliverable.accepted': 'accepted',
} as const;
type PortalEvent = keyof typeof EVENTS;

const isPortalEvent = (item: DeliverableHistoryItem): item is DeliverableHistoryItem & { event: PortalEvent } => item.event in EVENTS;

function wordsOf(kind: PortalEntry['kind'], version: string): string {
  switch (kind) {
    case 'approved':
      return $localize`:@@portalLog.approved:Coordinator approved version ${version}:version:`;
    case 'submitted':
      return $localize`:@@portalLog.submitted:Version ${version}:version: submitted`;
    case 'resubmitted':
      return $localize`:@@portalLog.resubmitted:Version ${version}:version: submitted again`;
    case 'revision-requested':
      return $localize`:@@portalLog.revision:EACEA asked for a revision`;
    case 'accepted':
      return $localize`:@@portalLog.accepted:EACEA accepted it`;
  }
}

/** Approvals, submissions and EACEA's answers, newest first; a submission after a request for revision is one again. */
export function portalLog({ history }: Pick<DeliverableView, 'history'>): PortalEntry[] {
  let answered = false;
  const entries = [...history].reverse().flatMap((item): PortalEntry[] => {
    if (!isPortalEvent(item)) return [];
    const kind = item.event === 'deliverable.submitted' && answered ? 'resubmitted' : EVENTS[item.event];
    answered ||= kind === 'revision-requested';
    const { version = '', reason = '' } = item.detail;
    return [{ kind, words: wordsOf(kind, String(version)), at: item.at, by: item.by, reason: String(reason) }];
  });
  return entries.reverse();
}

/** The last request for a revision, while it waits for an answer. */
export const openRequest = (view: DeliverableView): PortalEntry | null =>
  view.answerReason === null ? null : (portalLog(view).find(({ kind }) => kind === 'revision-requested') ?? null);
