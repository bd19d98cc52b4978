import type { AttentionItem } from '@office/contracts';

export interface AttentionLink {
  readonly path: readonly string[];
  readonly query: Readonly<Record<string, string>>;
}

/** Where somebody who wants to do something about it goes. */
export function attentionLink(projectId: string, { kind, deliverableId, taskId, number }: AttentionItem): AttentionLink {
  const to = (page: string, query: AttentionLink['query'] = {}): AttentionLink => ({ path: ['/p', projectId, page], query });
  if (deliverableId !== null) return { path: ['/p', projectId, 'deliverables', deliverableId], query: {} };
  if (taskId !== null) return to('work-plan', { open: taskId });
  return kind === 'report-due' ? to('partners') : to('work-plan', { text: number });
}
