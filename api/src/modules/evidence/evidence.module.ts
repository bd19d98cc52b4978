import { Module } from '@nestjs/common';
import { CertificateController } from './certificate/certificate.controller.js';
import { CertificateRepository } from './certificate/certificate.repository.js';
import { CertificateService } from './certificate/certificate.service.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceProjects } from './evidence-projects.js';
import { EvidenceRepository } from './evidence.repository.js';
import { EvidenceService } from './evidence.service.js';
import { RetentionRepository } from './retention.repository.js';
import { RetentionService } from './retention.service.js';
import { SealKeys } from './seal-keys.js';
import { SealsRepository } from './seals.repository.js';
import { SealsService } from './seals.service.js';
import { VerificationService } from './verification.service.js';

@Module({
  controllers: [EvidenceController, CertificateController],
  providers: [
    CertificateRepository,
    CertificateService,
    EvidenceProjects,
    EvidenceRepository,
    EvidenceService,
    RetentionRepository,
    RetentionService,
    SealKeys,
    SealsRepository,
    SealsService,
    VerificationService,
  ],
})
export class EvidenceModule {}
