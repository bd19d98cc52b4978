import type { DeliverableView } from '@office/contracts';

/** What was just done to a deliverable, in words. */
export type Done = 'open-review' | 'sign-off' | 'request-changes' | 'approve' | 'submit' | 'accepted' | 'revision';

export function doneWords(done: Done, { number, latestVersion }: DeliverableView): string {
  const version = latestVersion ?? '';
  switch (done) {
    case 'open-review':
      return $localize`:@@done.openReview:Version ${version}:version: of ${number}:number: is with the quality board`;
    case 'sign-off':
      return $localize`:@@done.signOff:Version ${version}:version: of ${number}:number: is signed off`;
    case 'request-changes':
      return $localize`:@@done.requestChanges:Changes to ${number}:number: are requested`;
    case 'approve':
      return $localize`:@@done.approve:Version ${version}:version: of ${number}:number: is approved`;
    case 'submit':
      return $localize`:@@done.submit:${number}:number: is marked as submitted to EACEA`;
    case 'accepted':
      return $localize`:@@done.accepted:EACEA's acceptance of ${number}:number: is recorded`;
    case 'revision':
      return $localize`:@@done.revision:EACEA's request on ${number}:number: is recorded`;
  }
}
