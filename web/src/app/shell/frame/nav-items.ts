import type { Permission } from '@office/domain';
import type { IconName } from '../../shared/ui-icon/icon';

export interface NavItem {
  readonly path: string;
  readonly icon: IconName;
  readonly label: string;
  readonly permission: Permission;
}

export interface NavGroup {
  readonly label: string | null;
  readonly items: readonly NavItem[];
}

export const navGroups = (): readonly NavGroup[] => [
  { label: null, items: [{ path: 'my-work', icon: 'home', label: $localize`:@@nav.myWork:My work`, permission: 'deliverable.read' }] },
  {
    label: $localize`:@@nav.project:Project`,
    items: [
      { path: 'overview', icon: 'overview', label: $localize`:@@nav.overview:Overview`, permission: 'work-plan.read' },
      { path: 'work-plan', icon: 'plan', label: $localize`:@@nav.workPlan:Work plan`, permission: 'work-plan.read' },
      { path: 'deliverables', icon: 'file', label: $localize`:@@nav.deliverables:Deliverables`, permission: 'deliverable.read' },
      { path: 'quality-board', icon: 'shield', label: $localize`:@@nav.qualityBoard:Quality board`, permission: 'deliverable.read' },
      { path: 'reports', icon: 'clock', label: $localize`:@@nav.reports:Reports`, permission: 'work-plan.read' },
      { path: 'budget', icon: 'euro', label: $localize`:@@nav.budget:Budget`, permission: 'budget.read' },
      { path: 'amendments', icon: 'amendment', label: $localize`:@@nav.amendments:Amendments`, permission: 'amendment.read' },
    ],
  },
  {
    label: $localize`:@@nav.consortium:Consortium`,
    items: [
      { path: 'partners', icon: 'people', label: $localize`:@@nav.partners:Partners & people`, permission: 'people.read' },
      { path: 'activity', icon: 'log', label: $localize`:@@nav.activity:Activity log`, permission: 'activity.read' },
      { path: 'evidence', icon: 'lock', label: $localize`:@@nav.evidence:Verify`, permission: 'evidence.read' },
    ],
  },
];
