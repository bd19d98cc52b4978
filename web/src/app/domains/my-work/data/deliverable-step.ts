import type { DeliverableRow } from '@office/contracts';
import { deliverableMachine, findTransition, nextVersion, versionLabel } from '@office/domain';
import type { SessionStore } from '../../../shared/util-session/session-store';

/** What the person does next with a deliverable of the list. */
export interface DeliverableStep {
  readonly label: string;
  readonly opens: 'upload' | 'review' | null;
}

type Asked = Pick<SessionStore, 'may'>;

function followingVersion(latest: string | null): string {
  const [major, minor] = (latest ?? '').split('.').map(Number);
  return versionLabel(nextVersion(major === undefined || minor === undefined ? null : { major, minor }));
}

export const mayUpload = (row: DeliverableRow, session: Asked): boolean =>
  findTransition(deliverableMachine, row.state, 'upload-version') !== undefined &&
  session.may('deliverable.upload-version', { leadBeneficiaryId: row.lead.id });

/** @param awaited ids of deliverables whose round awaits this person's verdict. */
export function deliverableStep(row: DeliverableRow, session: Asked, awaited: ReadonlySet<string>): DeliverableStep {
  if (mayUpload(row, session)) {
    return { label: $localize`:@@step.upload:Upload v${followingVersion(row.latestVersion)}:version:`, opens: 'upload' };
  }
  if (awaited.has(row.id)) return { label: $localize`:@@step.review:Review`, opens: 'review' };
  return { label: $localize`:@@step.open:Open`, opens: null };
}
