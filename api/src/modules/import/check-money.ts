import { basisPoints, cents, checkShares, type EstimateLine, type Share, type ShareMatrixFinding } from '@office/domain';
import { repeated } from './check-structure.js';
import { errorAt, type ImportFinding } from './finding.js';
import type { BudgetLineRecord, ProjectFile, ShareRecord } from './project-file.js';

const cellOf = ({ workPackage, beneficiary }: Pick<Share, 'workPackage' | 'beneficiary'>): string => `${workPackage} × ${beneficiary}`;

function findingOf(finding: ShareMatrixFinding, level: ImportFinding['level']): ImportFinding {
  switch (finding.code) {
    case 'total-differs-from-maximum-grant': {
      const { totalCents, maximumGrantCents } = finding;
      return { level, record: 'lump-sum shares', rule: finding.code, params: { totalCents, maximumGrantCents } };
    }
    case 'estimate-differs-from-share': {
      const params = { shareCents: finding.cell.amountCents, estimateCents: finding.estimateCents };
      return { level, record: cellOf(finding.cell), rule: finding.code, params };
    }
    case 'share-negative':
    case 'share-repeated':
    case 'share-of-unknown-work-package':
    case 'share-of-unknown-beneficiary':
      return { level, record: cellOf(finding.cell), rule: finding.code, params: { shareCents: finding.cell.amountCents } };
  }
}

const shareOf = ({ workPackage, beneficiary, amountCents }: ShareRecord): Share => ({
  workPackage,
  beneficiary,
  amountCents: cents(amountCents),
});
const lineOf = (line: BudgetLineRecord): EstimateLine => ({ ...shareOf(line), category: line.category });

function checkEstimate(file: ProjectFile, workPackages: ReadonlySet<string>, beneficiaries: ReadonlySet<string>): ImportFinding[] {
  const lines = file.budgetLines.map((line) => ({ line, record: `${cellOf(line)} × ${line.category}` }));
  return [
    ...repeated(
      lines.map(({ record }) => record),
      'estimate-repeated',
    ),
    ...lines
      .filter(({ line }) => !workPackages.has(line.workPackage))
      .map(({ record }) => errorAt(record, 'estimate-of-unknown-work-package')),
    ...lines
      .filter(({ line }) => !beneficiaries.has(line.beneficiary))
      .map(({ record }) => errorAt(record, 'estimate-of-unknown-beneficiary')),
  ];
}

/** Annex 2 to the cent, and the detailed estimate behind it. Associated partners take part without money. */
export function checkMoney(file: ProjectFile): ImportFinding[] {
  const workPackages = new Set(file.workPackages.map(({ number }) => number));
  const beneficiaries = new Set(file.beneficiaries.filter(({ role }) => role !== 'associated-partner').map(({ shortName }) => shortName));
  const checked = checkShares({
    maximumGrantCents: cents(file.project.maximumGrantCents),
    fundingRate: basisPoints(file.project.fundingRateBasisPoints),
    workPackages,
    beneficiaries,
    shares: file.lumpSumShares.map(shareOf),
    estimate: file.budgetLines.map(lineOf),
  });
  const shares = checked.ok
    ? checked.value.warnings.map((finding) => findingOf(finding, 'warning'))
    : checked.reason.map((finding) => findingOf(finding, 'error'));
  return [...checkEstimate(file, workPackages, beneficiaries), ...shares];
}
