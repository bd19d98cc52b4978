import { inject, Injectable, type Type } from '@angular/core';
import type { ClaimView, DeclarationRequest, ReportView } from '@office/contracts';
import { Dialogs } from '../../../shared/util-dialog/dialogs';
import { currentOf, ProjectApi, type WriteResult } from '../../../shared/util-http/project-api';
import { formatMoney } from '../../../shared/util-locale/format';
import { SessionStore } from '../../../shared/util-session/session-store';
import type { ClaimAnswer, AnswerQuestion } from '../ui/answer-dialog/answer-dialog';
import type { ChosenClaim } from '../ui/claims-table';
import type { DeclareQuestion } from '../ui/declare-dialog/declare-dialog';
import type { PaymentQuestion } from '../ui/payment-dialog';

/** What is asked about a claim: its report, whether that is the last one, and the currency of the project. */
export interface ClaimFrame {
  readonly report: ReportView;
  readonly isLastPeriod: boolean;
  readonly currency: string;
}

/** Asks what the coordinator declares or EACEA answered, and writes it; undefined when the person thought better of it. */
@Injectable()
export class ClaimsStore {
  readonly #api = inject(ProjectApi);
  readonly #dialogs = inject(Dialogs);
  readonly #session = inject(SessionStore);

  write(frame: ClaimFrame, { claim, offer }: ChosenClaim): Promise<WriteResult<ReportView> | undefined> {
    switch (offer) {
      case 'declare':
        return this.#declare(frame, claim);
      case 'answer':
        return this.#answer(frame, claim);
      case 'pay':
        return this.#pay(frame, claim);
    }
  }

  /** When somebody else declared meanwhile, shows theirs and asks again with nothing lost. */
  async #declare({ report, isLastPeriod }: ClaimFrame, first: ClaimView): Promise<WriteResult<ReportView> | undefined> {
    const load = async (): Promise<Type<unknown>> => (await import('../ui/declare-dialog/declare-dialog')).DeclareDialog;
    let claim = first;
    let mine: DeclarationRequest | null = null;
    for (;;) {
      const question: DeclareQuestion = { claim, period: report.number, isLastPeriod, mine };
      const body: DeclarationRequest | undefined = await this.#dialogs.open(load, question, { width: '620px' });
      if (body === undefined) return undefined;
      const result = await this.#api.put<ReportView>([...pathOf(report, claim), 'declaration'], { body, version: claim.version });
      const current = result.ok ? undefined : (currentOf(result.problem) as ReportView | undefined);
      const theirs = current?.claims.find(({ workPackage }) => workPackage.id === first.workPackage.id);
      if (theirs === undefined) return result;
      [claim, mine] = [theirs, body];
    }
  }

  async #answer({ report, isLastPeriod, currency }: ClaimFrame, claim: ClaimView): Promise<WriteResult<ReportView> | undefined> {
    const load = async (): Promise<Type<unknown>> => (await import('../ui/answer-dialog/answer-dialog')).AnswerDialog;
    const question: AnswerQuestion = { claim, period: report.number, isLastPeriod, currency };
    const answer = await this.#dialogs.open<ClaimAnswer>(load, question, { width: '620px' });
    if (answer === undefined) return undefined;
    return this.#api.post<ReportView>([...pathOf(report, claim), answer.step], { body: answer.body, version: claim.version });
  }

  async #pay({ report, currency }: ClaimFrame, claim: ClaimView): Promise<WriteResult<ReportView> | undefined> {
    const load = async (): Promise<Type<unknown>> => (await import('../ui/payment-dialog')).PaymentDialog;
    const question: PaymentQuestion = {
      title: $localize`:@@payment.title:Payment of ${claim.workPackage.number}:number:`,
      amount: formatMoney(claim.acceptedCents, currency, true),
      today: this.#session.today(),
    };
    const paidOn = await this.#dialogs.open<string>(load, question, { width: '420px' });
    if (paidOn === undefined) return undefined;
    return this.#api.post<ReportView>([...pathOf(report, claim), 'payment'], { body: { paidOn }, version: claim.version });
  }
}

const pathOf = ({ id }: ReportView, { workPackage }: ClaimView): string[] => ['reports', id, 'work-packages', workPackage.id];
