import type { PlanFinding, PlanFindingCode } from './plan-finding.js';

export type FindingParams = PlanFinding['params'];
export const errorAt = (path: string, code: PlanFindingCode, params: FindingParams = {}): PlanFinding => ({
  level: 'error',
  path,
  code,
  params,
});
export const warningAt = (path: string, code: PlanFindingCode, params: FindingParams = {}): PlanFinding => ({
  level: 'warning',
  path,
  code,
  params,
});
