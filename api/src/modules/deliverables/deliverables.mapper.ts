import type { DeliverableRow, DeliverableVersionView, DeliverableView, SignOffView } from '@office/contracts';
import { fileKindOf, fileScanOf, PORTAL_FILE_KINDS, portalStateOf, versionLabel } from '@office/domain';
import { checkListOf, readingStateOf } from './check-list.js';
import type { DeliverableDetailRow, DeliverableListRow } from './deliverable.rows.js';
import { openMajorComments, panelView, roundViews } from './rounds.mapper.js';

const iso = (instant: string): string => new Date(instant).toISOString();
export const isoOrNull = (instant: string | null): string | null => instant && iso(instant);

/** What a file is sent as; only names with a known ending were ever stored. */
export function mediaTypeOf(fileName: string): string {
  const kind = fileKindOf(fileName);
  return kind === null ? 'application/octet-stream' : PORTAL_FILE_KINDS[kind];
}

export const deliverableRow = (row: DeliverableListRow): DeliverableRow => ({
  id: row.id,
  version: row.version,
  number: row.number,
  title: row.title,
  workPackage: { id: row.workPackageId, number: row.workPackageNumber, title: row.workPackageTitle },
  lead: { id: row.leadId, shortName: row.leadShortName, name: row.leadName },
  type: row.type,
  disseminationLevel: row.disseminationLevel,
  dueMonth: row.dueMonth,
  dueOn: row.dueOn,
  state: row.state,
  portalState: portalStateOf(row.state),
  late: row.late,
  latestVersion: row.major === null || row.minor === null ? null : versionLabel({ major: row.major, minor: row.minor }),
  round: row.round,
  part: row.part,
  provenance: row.provenance,
});

const versionView = (
  { major, minor, verdict, ...version }: DeliverableDetailRow['versions'][number],
  scanning: boolean,
): DeliverableVersionView => ({
  ...version,
  number: versionLabel({ major, minor }),
  mediaType: mediaTypeOf(version.fileName),
  scan: fileScanOf(verdict, scanning),
  createdAt: iso(version.createdAt),
});

const signOffView = ({ major, minor, ...signOff }: NonNullable<DeliverableDetailRow['signOff']>): SignOffView => ({
  ...signOff,
  versionNumber: versionLabel({ major, minor }),
  at: iso(signOff.at),
});

/** Before sign-off: what is known of the newest version. */
function readView(row: DeliverableDetailRow): Pick<DeliverableView, 'checks' | 'reading'> {
  const [newest] = row.versions;
  if (newest === undefined) return { checks: [], reading: null };
  const { fileName } = newest;
  return { checks: checkListOf({ ...row, fileName }, openMajorComments(row.rounds)), reading: readingStateOf(fileName, row.reading) };
}

/** `scanning`: whether the installation has a virus scanner. */
export function deliverableView(row: DeliverableDetailRow, now: Date, scanning: boolean): DeliverableView {
  return {
    ...deliverableRow(row),
    contributors: row.contributors,
    stake: row.stake,
    answerReason: row.answerReason,
    versions: row.versions.map((version) => versionView(version, scanning)),
    rounds: roundViews(row, now),
    openMajorComments: openMajorComments(row.rounds),
    board: panelView(row, now),
    ...readView(row),
    signOff: row.signOff && signOffView(row.signOff),
    history: row.history.map((item) => ({ ...item, at: iso(item.at) })),
  };
}
