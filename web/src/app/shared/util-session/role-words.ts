import type { ProjectRole } from '@office/domain';

const WORDS: Record<ProjectRole, () => string> = {
  'project-coordinator': () => $localize`:@@role.projectCoordinator:Project coordinator`,
  'partner-coordinator': () => $localize`:@@role.partnerCoordinator:Partner coordinator`,
  contributor: () => $localize`:@@role.contributor:Contributor`,
  'quality-board-member': () => $localize`:@@role.qualityBoardMember:Quality board member`,
  observer: () => $localize`:@@role.observer:Observer`,
};

export const roleWords = (role: ProjectRole): string => WORDS[role]();
