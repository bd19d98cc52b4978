import type { CashPartner, CashView, DistributionView, PaymentView } from '@office/contracts';
import { aBeneficiaryRef, CONSORTIUM } from './consortium.js';
import { idOf } from './fixed.js';

/** QUI's part, which waits for the national approval. */
export const aDistribution = (overrides: Partial<DistributionView> = {}): DistributionView => ({
  id: idOf('activity', 61),
  beneficiary: aBeneficiaryRef(),
  amountCents: 2_400_000,
  state: 'planned',
  hold: 'approval-missing',
  heldReason: '',
  sentOn: null,
  confirmed: null,
  version: 1,
  ...overrides,
});

/** The prefinancing, received. */
export const aPayment = (overrides: Partial<PaymentView> = {}): PaymentView => ({
  id: idOf('activity', 60),
  kind: 'prefinancing',
  period: null,
  expectedOn: '2024-02-12',
  expectedCents: 16_000_000,
  receivedOn: '2024-02-16',
  receivedCents: 16_000_000,
  note: '',
  distribution: [aDistribution()],
  undistributedCents: 13_600_000,
  version: 3,
  provenance: 'demonstration',
  ...overrides,
});

export const aCashPartner = (overrides: Partial<CashPartner> = {}): CashPartner => ({
  beneficiary: aBeneficiaryRef(),
  shareCents: 6_000_000,
  confirmedCents: 0,
  underwayCents: 0,
  accession: { accededOn: '2024-01-04', version: 1 },
  needsApproval: true,
  approval: { authority: 'Ministry', reference: '', submittedOn: '2024-03-01', approvedOn: null, validUntil: null, version: 1 },
  hold: 'approval-missing',
  ...overrides,
});

export const aCash = (overrides: Partial<CashView> = {}): CashView => ({
  currency: 'EUR',
  maximumGrantCents: 40_000_000,
  acceptedCents: 0,
  receivedCents: 16_000_000,
  terms: {
    interimCeilingBasisPoints: 9_000,
    prefinancingUseBasisPoints: 7_000,
    earlyClearingBasisPoints: 0,
    approvalCountries: ['VN'],
    version: 0,
  },
  payments: [aPayment()],
  partners: [aCashPartner({ beneficiary: { ...CONSORTIUM.AL }, needsApproval: false, hold: null, shareCents: 34_000_000 }), aCashPartner()],
  ...overrides,
});
