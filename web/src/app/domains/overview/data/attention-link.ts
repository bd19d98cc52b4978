import type { AttentionItem } from '@office/contracts';

export interface AttentionLink {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** Where somebody who wants to do something about it goes: the row itself. */
export function attentionLink(projectId: string, { subject: { kind, id } }: Pick<AttentionItem, 'subject'>): AttentionLink {
  const to = (page: string, query: AttentionLink['query'] = {}): AttentionLink => ({ path: ['/p', projectId, page], query });
  switch (kind) {
    case 'deliverable':
      return { path: ['/p', projectId, 'deliverables', id], query: {} };
    case 'task':
    case 'work-package':
    case 'milestone':
      return to('work-plan', { open: id });
    case 'report':
      return to('reports', { report: id });
    case 'beneficiary':
      return to('partners');
  }
}
