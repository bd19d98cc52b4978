import { Injectable } from '@nestjs/common';
import type { SignedCertificate, SignOffCertificate } from '@office/contracts';
import { canonicalJson, versionLabel } from '@office/domain';
import { Clock } from '../../../core/clock/clock.js';
import { ProblemError } from '../../../core/http/problem.js';
import { sealView } from '../evidence.mapper.js';
import { SealKeys } from '../seal-keys.js';
import { CertificateRepository, type CertificateRow } from './certificate.repository.js';

export interface CertificateFile {
  readonly fileName: string;
  readonly content: Uint8Array;
}

/** What somebody shows who was never given an account here: a sign-off that proves itself. */
@Injectable()
export class CertificateService {
  constructor(
    private readonly repository: CertificateRepository,
    private readonly keys: SealKeys,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError `not-found` for a deliverable that was never signed off. */
  async pdf(projectId: string, deliverableId: string): Promise<CertificateFile> {
    const row = await this.repository.newest(projectId, deliverableId);
    if (row === null) throw new ProblemError('not-found');
    const signed = this.sign(await this.certificate(projectId, deliverableId, row));
    // The library is large and certificates are rare.
    const { certificatePdf } = await import('./certificate-pdf.js');
    const pdf = await certificatePdf(signed, row.timeZone);
    return { fileName: `sign-off-${row.number}-${versionLabel(row)}.pdf`, content: this.signPdf(pdf) };
  }

  private async certificate(projectId: string, deliverableId: string, row: CertificateRow): Promise<SignOffCertificate> {
    const { acronym, projectTitle, grantNumber, number, title, versionId, fileName, sizeBytes, sha256 } = row;
    const { signOffId, round, signedAt, person, institution, eligible, votesCast, inFavour, bound, entries } = row;
    return {
      issuedAt: this.clock.now().toISOString(),
      project: { id: projectId, acronym, title: projectTitle, grantNumber },
      deliverable: { id: deliverableId, number, title },
      version: { id: versionId, number: versionLabel(row), fileName, sizeBytes, sha256 },
      signOff: { id: signOffId, round, signedAt: signedAt.toISOString(), person, institution, eligible, votesCast, inFavour, bound },
      entries,
      seal: await this.sealOver(projectId, entries.find(({ table }) => table === 'sign_off')?.seq ?? 0),
    };
  }

  private async sealOver(projectId: string, seq: number): Promise<SignOffCertificate['seal']> {
    const seal = await this.repository.sealOver(projectId, seq);
    return seal && { ...sealView(seal), path: await this.repository.path(projectId, seq, seal.seq) };
  }

  private sign(certificate: SignOffCertificate): SignedCertificate {
    const key = this.keys.current;
    return {
      format: 'project-office/sign-off-certificate/1',
      certificate,
      signature: {
        algorithm: 'Ed25519',
        keyId: key.keyId,
        publicKey: key.publicKey,
        value: this.keys.sign(canonicalJson(certificate)),
      },
    };
  }

  /** The whole file is signed as well: what is printed in it must not say anything else than the record inside. */
  private signPdf(pdf: Uint8Array): Uint8Array {
    return Buffer.concat([pdf, Buffer.from(`%office-signature ${this.keys.keyId} ${this.keys.sign(pdf)}\n`)]);
  }
}
