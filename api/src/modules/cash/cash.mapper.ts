import type { CashPartner, CashView, DistributionView, NationalApprovalView, PaymentTermsView, PaymentView } from '@office/contracts';
import { cents, DEFAULT_PAYMENT_TERMS, holdReason, sumCents, type HoldReason, type PlainDate } from '@office/domain';
import type { CashRow, DistributionRow, PartnerRow, PaymentRow } from './cash.rows.js';

const UNWRITTEN: NationalApprovalView = { authority: '', reference: '', submittedOn: null, approvedOn: null, validUntil: null, version: 0 };

/** The cash of a project on a day. */
export class Cash {
  private readonly partnerOf: ReadonlyMap<string, PartnerRow>;

  constructor(
    private readonly row: CashRow,
    readonly today: PlainDate,
  ) {
    this.partnerOf = new Map(row.partners.map((partner) => [partner.beneficiary.id, partner]));
  }

  get terms(): PaymentTermsView {
    return this.row.terms ?? { ...DEFAULT_PAYMENT_TERMS, approvalCountries: [...DEFAULT_PAYMENT_TERMS.approvalCountries], version: 0 };
  }

  get maximumGrantCents(): number {
    return this.row.maximumGrantCents;
  }

  get payments(): readonly PaymentRow[] {
    return this.row.payments;
  }

  get partners(): readonly PartnerRow[] {
    return this.row.partners;
  }

  /** Why a beneficiary cannot be paid on a day, or null. */
  holdOf(beneficiaryId: string, on: PlainDate = this.today): HoldReason | null {
    const partner = this.partnerOf.get(beneficiaryId);
    if (partner === undefined) return 'not-acceded';
    const { accededOn, country, approval } = partner;
    const needsApproval = this.terms.approvalCountries.includes(country);
    return holdReason({ accededOn, needsApproval, approval: approval && asDates(approval) }, on);
  }

  view(): CashView {
    const { currency, maximumGrantCents, acceptedCents, payments, partners } = this.row;
    return {
      currency,
      maximumGrantCents,
      acceptedCents,
      receivedCents: sumCents(payments.map(({ receivedCents }) => receivedCents ?? 0)),
      terms: this.terms,
      payments: payments.map((payment) => this.paymentView(payment)),
      partners: partners.map((partner) => this.partnerView(partner)),
    };
  }

  private paymentView({ parts, ...payment }: PaymentRow): PaymentView {
    const places = new Map(this.row.partners.map(({ beneficiary }, place) => [beneficiary.id, place]));
    const ordered = parts.toSorted((a, b) => (places.get(a.beneficiaryId) ?? 0) - (places.get(b.beneficiaryId) ?? 0));
    const planned = sumCents(parts.map(({ amountCents }) => amountCents));
    return {
      ...payment,
      distribution: ordered.flatMap((part) => this.partView(part)),
      undistributedCents: payment.receivedCents === null ? 0 : cents(payment.receivedCents - planned),
    };
  }

  private partView({ beneficiaryId, confirmedAt, confirmedBy, ...part }: DistributionRow): DistributionView[] {
    const partner = this.partnerOf.get(beneficiaryId);
    if (partner === undefined) return [];
    const confirmed = confirmedAt && confirmedBy ? { at: new Date(confirmedAt).toISOString(), by: confirmedBy } : null;
    return [{ ...part, beneficiary: partner.beneficiary, confirmed, hold: part.state === 'planned' ? this.holdOf(beneficiaryId) : null }];
  }

  private partnerView({ beneficiary, country, shareCents, accededOn, accessionVersion, approval }: PartnerRow): CashPartner {
    const parts = this.row.payments.flatMap((payment) => payment.parts).filter(({ beneficiaryId }) => beneficiaryId === beneficiary.id);
    const sumOf = (state: DistributionRow['state']): number =>
      sumCents(parts.filter((part) => part.state === state).map(({ amountCents }) => amountCents));
    return {
      beneficiary,
      shareCents,
      confirmedCents: sumOf('confirmed'),
      underwayCents: sumOf('sent'),
      accession: { accededOn, version: accessionVersion },
      needsApproval: this.terms.approvalCountries.includes(country),
      approval: approval ?? UNWRITTEN,
      hold: this.holdOf(beneficiary.id),
    };
  }
}

const asDates = ({ approvedOn, validUntil }: NationalApprovalView): { approvedOn: PlainDate | null; validUntil: PlainDate | null } => ({
  approvedOn: approvedOn as PlainDate | null,
  validUntil: validUntil as PlainDate | null,
});
