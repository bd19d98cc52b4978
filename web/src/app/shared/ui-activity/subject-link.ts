import type { ActivityItem } from '@office/contracts';

export interface PageLink {
  readonly path: readonly string[];
  readonly query?: Readonly<Record<string, string>>;
}

/** The page that shows the subject of an event; a row of the work plan is opened there. */
export function subjectLink(projectId: string, { kind, id }: ActivityItem['subject']): PageLink {
  const home = ['/p', projectId];
  switch (kind) {
    case 'deliverable':
      return { path: [...home, 'deliverables', id] };
    case 'milestone':
    case 'task':
    case 'work-package':
      return { path: [...home, 'work-plan'], query: { open: id } };
    case 'amendment':
      return { path: [...home, 'amendments', id] };
    case 'cash':
      return { path: [...home, 'budget', 'cash'] };
    case 'report':
      return { path: [...home, 'reports'], query: { report: id } };
    default:
      return { path: [...home, 'partners'] };
  }
}
