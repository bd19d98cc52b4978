import type { DeliverableView } from '@office/contracts';
import type { ConfirmQuestion } from '../../../shared/ui-confirm/confirm-question';
import { offerWords } from './offer-words';

/** Steps that are confirmed before they are taken: what they mean, and that they stay. */
export function confirmWords(
  step: 'open-review' | 'approve' | 'submit' | 'sign-off' | 'request-changes',
  view: DeliverableView,
): ConfirmQuestion {
  const { number, latestVersion } = view;
  const version = latestVersion ?? '';
  const action = offerWords(step, view);
  switch (step) {
    case 'open-review':
      return {
        title: $localize`:@@confirm.openReview:Send version ${version}:version: of ${number}:number: to the quality board?`,
        text: $localize`:@@confirm.openReviewText:The board is asked for its verdicts on exactly this file. Until it has decided, no other version can be uploaded.`,
        action,
      };
    case 'approve':
      return {
        title: $localize`:@@confirm.approve:Approve version ${version}:version: of ${number}:number:?`,
        text: $localize`:@@confirm.approveText:The coordinator stands for it from now on; next it is submitted in the EU portal.`,
        action,
      };
    case 'submit':
      return {
        title: $localize`:@@confirm.submit:Is ${number}:number: submitted in the EU portal?`,
        text: $localize`:@@confirm.submitText:This only notes what was done there: version ${version}:version: is then with EACEA.`,
        action,
      };
    case 'sign-off':
      return {
        title: $localize`:@@confirm.signOff:Sign off version ${version}:version: of ${number}:number:?`,
        text: $localize`:@@confirm.signOffText:This closes the round for the whole board and cannot be taken back. It counts for this file and no other.`,
        action,
      };
    case 'request-changes':
      return {
        title: $localize`:@@confirm.changes:Request changes to ${number}:number:?`,
        text: $localize`:@@confirm.changesText:This closes the round for the whole board. The lead answers with a new version, which opens the next round.`,
        action,
      };
  }
}
