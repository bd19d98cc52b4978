import type { ProjectRole } from '@office/domain';
import type { ProjectFile } from '../import/project-file.js';

/** A role account of the demonstration; nobody's name. */
export interface DemoAccountPlan {
  readonly email: string;
  readonly name: string;
  readonly role: ProjectRole;
  readonly beneficiary: string | null;
  /** Whether it sits on the body that goes with its role, and as what. */
  readonly seat: { readonly body: 'steering-committee' | 'quality-board'; readonly chair: boolean } | null;
}

const DOMAIN = 'strive.example';

/** "UÉ" is "ue" in an address. */
const addressOf = (shortName: string): string =>
  shortName
    .normalize('NFD')
    .replaceAll(/[^A-Za-z0-9]/g, '')
    .toLowerCase();

/** One coordinator of the project, for each partner a coordinator and a member of the quality board, and one observer. */
export function demoAccounts({ beneficiaries, bodies }: ProjectFile): DemoAccountPlan[] {
  const coordinator = beneficiaries.find(({ role }) => role === 'coordinator')?.shortName ?? null;
  const chair = bodies.find(({ kind }) => kind === 'quality-board')?.chair;
  return [
    { email: `coordinator@${DOMAIN}`, name: 'Project coordinator', role: 'project-coordinator', beneficiary: coordinator, seat: null },
    ...beneficiaries.map(({ shortName }): DemoAccountPlan => {
      const seat = { body: 'steering-committee' as const, chair: false };
      return {
        email: `${addressOf(shortName)}@${DOMAIN}`,
        name: `${shortName} coordinator`,
        role: 'partner-coordinator',
        beneficiary: shortName,
        seat,
      };
    }),
    ...beneficiaries.map(({ shortName }): DemoAccountPlan => {
      const seat = { body: 'quality-board' as const, chair: shortName === chair };
      const email = `quality.${addressOf(shortName)}@${DOMAIN}`;
      return { email, name: `${shortName} quality board`, role: 'quality-board-member', beneficiary: shortName, seat };
    }),
    { email: `observer@${DOMAIN}`, name: 'Observer', role: 'observer', beneficiary: null, seat: null },
  ];
}
