import type { SearchHit } from '@office/contracts';
import type { IconName } from '../../shared/ui-icon/icon';

type Kind = SearchHit['kind'];

const ICONS: Record<Kind, IconName> = {
  deliverable: 'file',
  task: 'plan',
  'work-package': 'plan',
  milestone: 'flag',
  beneficiary: 'home',
  person: 'people',
};

const WORDS: Record<Kind, () => string> = {
  deliverable: () => $localize`:@@hit.deliverable:Deliverable`,
  task: () => $localize`:@@hit.task:Task`,
  'work-package': () => $localize`:@@hit.workPackage:Work package`,
  milestone: () => $localize`:@@hit.milestone:Milestone`,
  beneficiary: () => $localize`:@@hit.beneficiary:Partner`,
  person: () => $localize`:@@hit.person:Person`,
};

export const hitIcon = (kind: Kind): IconName => ICONS[kind];
export const hitWord = (kind: Kind): string => WORDS[kind]();

/** Where a hit leads, below the project. */
export function hitLink(hit: SearchHit): readonly string[] {
  switch (hit.kind) {
    case 'deliverable':
      return ['deliverables', hit.id];
    case 'task':
    case 'work-package':
    case 'milestone':
      return ['work-plan'];
    case 'beneficiary':
    case 'person':
      return ['partners'];
  }
}

/** A task or a work package is opened in the plan. */
export const hitQuery = ({ kind, id }: SearchHit): { readonly open?: string } =>
  kind === 'task' || kind === 'work-package' ? { open: id } : {};
