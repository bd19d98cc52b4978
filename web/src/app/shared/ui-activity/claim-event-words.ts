import type { ActivityItem } from '@office/contracts';
import { DECLARATIONS, type ClaimEvent, type DeclarationKind } from '@office/domain';
import { dateWords } from '../util-time/words';
import type { EventWords } from './event-phrase';

type Detail = ActivityItem['detail'];

const DECLARED: Record<DeclarationKind, (period: string) => string> = {
  'not-completed': (period) => $localize`:@@event.declaredNot:Declared not completed in ${period}:period:`,
  completed: (period) => $localize`:@@event.declaredCompleted:Declared completed in ${period}:period:`,
  'partially-completed': (period) => $localize`:@@event.declaredPartly:Declared partially completed in ${period}:period:`,
};

function declaredWords({ period = '', kind }: Detail): string {
  const declared = DECLARATIONS.find((one) => one === kind) ?? 'not-completed';
  return DECLARED[declared](String(period));
}

const paidWords = ({ period = '', on }: Detail): string =>
  $localize`:@@event.claimPaid:Paid for ${period}:period: on ${typeof on === 'string' ? dateWords(on) : ''}:date:`;

/** What happened to a work package in a report; `period` is "RP1". */
export const CLAIM_EVENT_WORDS: Record<ClaimEvent, (detail: Detail) => EventWords> = {
  'work-package.declared': (detail) => ({ icon: 'edit', tone: 'brand', words: declaredWords(detail) }),
  'work-package.claim-sent': ({ period = '' }) => ({
    icon: 'file',
    tone: 'review',
    words: $localize`:@@event.claimSent:With EACEA for assessment in ${period}:period:`,
  }),
  'work-package.claim-returned': ({ period = '' }) => ({
    icon: 'alert',
    tone: 'warn',
    words: $localize`:@@event.claimReturned:Came back with the report ${period}:period:`,
  }),
  'work-package.accepted': ({ period = '' }) => ({
    icon: 'check',
    tone: 'ok',
    words: $localize`:@@event.claimAccepted:Accepted by EACEA in ${period}:period:`,
  }),
  'work-package.partly-accepted': ({ period = '' }) => ({
    icon: 'check',
    tone: 'warn',
    words: $localize`:@@event.claimPartly:Accepted in part by EACEA in ${period}:period:`,
  }),
  'work-package.rejected': ({ period = '' }) => ({
    icon: 'alert',
    tone: 'warn',
    words: $localize`:@@event.claimRejected:Rejected by EACEA in ${period}:period:`,
  }),
  'work-package.paid': (detail) => ({ icon: 'euro', tone: 'ok', words: paidWords(detail) }),
};
