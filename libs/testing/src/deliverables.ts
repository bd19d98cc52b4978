import type {
  DeliverableHistoryItem,
  DeliverableRow,
  DeliverableVersionView,
  DeliverableView,
  SignOffCheckView,
  SignOffView,
} from '@office/contracts';
import { isLate, plainDate, portalStateOf, SIGN_OFF_CHECKS, type CheckState, type SignOffCheck } from '@office/domain';
import { CONSORTIUM, aPersonRef } from './consortium.js';
import { NOW, TODAY, dueOnOf, idOf } from './fixed.js';
import { aBoard } from './quality-board.js';

const SHA_256 = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** Due day, portal state and lateness follow from month and state unless they are given. */
export function aDeliverableRow(overrides: Partial<DeliverableRow> = {}): DeliverableRow {
  const dueMonth = overrides.dueMonth ?? 10;
  const dueOn = plainDate(overrides.dueOn ?? dueOnOf(dueMonth));
  const state = overrides.state ?? 'drafting';
  return {
    id: idOf('deliverable', 22),
    version: 1,
    number: 'D2.2',
    title: 'Report on the seminar in Quang Ninh',
    workPackage: { id: idOf('work-package', 2), number: 'WP2', title: 'Overview on Erasmus+ programme in higher education sector' },
    lead: { ...CONSORTIUM.QUI },
    type: 'R',
    disseminationLevel: 'PU',
    dueMonth,
    dueOn,
    state,
    portalState: portalStateOf(state),
    late: isLate(state, dueOn, TODAY),
    latestVersion: state === 'planned' ? null : '0.3',
    round: null,
    part: 'lead',
    provenance: 'demonstration',
    ...overrides,
  };
}

export const aDeliverableVersion = (overrides: Partial<DeliverableVersionView> = {}): DeliverableVersionView => ({
  id: idOf('version', 3),
  number: '0.3',
  fileName: 'D2.2 Report on the seminar in Quang Ninh.pdf',
  mediaType: 'application/pdf',
  sizeBytes: 1_482_112,
  sha256: SHA_256,
  scan: 'clean',
  note: 'All speakers have answered.',
  author: aPersonRef(),
  createdAt: '2024-09-01T02:40:00.000Z',
  ...overrides,
});

export const aSignOff = (overrides: Partial<SignOffView> = {}): SignOffView => ({
  id: idOf('sign-off', 1),
  round: 1,
  versionNumber: '0.3',
  sha256: SHA_256,
  by: { id: idOf('person', 17), name: 'Quality board member UNITUS', beneficiary: 'UNITUS' },
  at: NOW,
  inFavour: 4,
  cast: 5,
  eligible: 6,
  bound: null,
  ...overrides,
});

export const aHistoryItem = (overrides: Partial<DeliverableHistoryItem> = {}): DeliverableHistoryItem => ({
  at: '2024-09-01T02:40:00.000Z',
  by: aPersonRef(),
  event: 'deliverable.version-uploaded',
  detail: { version: '0.3' },
  ...overrides,
});

/** The check-list of a version in whose text everything was found; the emblem was looked at. */
export const aCheckList = (states: Partial<Record<SignOffCheck, CheckState>> = {}): SignOffCheckView[] =>
  SIGN_OFF_CHECKS.map((check) => {
    const state = states[check] ?? (check === 'emblem-and-statement' ? 'confirmed' : 'found');
    return { check, state, ...(state === 'confirmed' ? { by: aPersonRef(), at: NOW } : { by: null, at: null }) };
  });

/** The page of a deliverable; the board is the whole board with the lead's member excluded. */
export function aDeliverable(overrides: Partial<DeliverableView> = {}): DeliverableView {
  const row = aDeliverableRow(overrides);
  return {
    ...row,
    contributors: [{ ...CONSORTIUM.HANU }, { ...CONSORTIUM.PXU }],
    stake: { currency: 'EUR', cents: 6_680_000, beneficiaries: 7 },
    answerReason: null,
    versions: row.latestVersion === null ? [] : [aDeliverableVersion({ number: row.latestVersion })],
    rounds: [],
    openMajorComments: 0,
    board: aBoard(row.lead.id),
    checks: row.latestVersion === null ? [] : aCheckList(),
    reading: row.latestVersion === null ? null : 'read',
    signOff: null,
    history: row.latestVersion === null ? [] : [aHistoryItem()],
    ...overrides,
  };
}
