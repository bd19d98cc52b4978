import { fileKindOf, type PlainDate } from '@office/domain';
import type { DeliverableRecord, ProjectFile } from '../../import/project-file.js';
import { dateInWords } from '../life/calendar.js';
import type { DemoDocument } from './demo-document.js';
import { docx } from './docx.js';
import { pdf } from './pdf.js';

export interface DocumentVersion {
  readonly fileName: string;
  readonly version: string;
  readonly note: string;
  readonly on: PlainDate;
}

const DISCLAIMER =
  'Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the ' +
  'European Union or the European Education and Culture Executive Agency (EACEA). Neither the European Union nor the granting authority can be held ' +
  'responsible for them.';

function facts({ project }: ProjectFile, deliverable: DeliverableRecord, { version, on }: DocumentVersion): string[] {
  return [
    `Project: ${project.acronym} - ${project.title}`,
    `Grant agreement: ${project.grantNumber} (${project.call})`,
    `Work package: ${deliverable.workPackage}. Lead beneficiary: ${deliverable.lead}.`,
    `Type: ${deliverable.type}. Dissemination level: ${deliverable.disseminationLevel}. Due month: M${deliverable.dueMonth}.`,
    `Version ${version} of ${dateInWords(on)}`,
  ];
}

/** A few honest pages: what the deliverable is, for whom, and that this file is a demonstration. */
function documentOf(file: ProjectFile, deliverable: DeliverableRecord, version: DocumentVersion): DemoDocument {
  const workPackage = file.workPackages.find(({ number }) => number === deliverable.workPackage);
  const tasks = file.tasks.filter((task) => task.workPackage === deliverable.workPackage);
  return {
    title: `${deliverable.number} ${deliverable.title}`,
    funding: ['Co-funded by the European Union', DISCLAIMER],
    sections: [
      { heading: 'Document', paragraphs: facts(file, deliverable, version) },
      { heading: '1 Introduction', paragraphs: [`${workPackage?.title ?? ''}. ${workPackage?.objectives ?? ''}`, version.note] },
      {
        heading: '2 Tasks behind this document',
        paragraphs: tasks.map(
          ({ number, title, lead, startMonth, endMonth }) => `${number} ${title} (${lead}, M${startMonth} to M${endMonth}).`,
        ),
      },
      {
        heading: '3 About this file',
        paragraphs: [
          `This file was made so that the project office can be tried. It stands for version ${version.version} of the document and is not the partners' own.`,
        ],
      },
    ],
  };
}

/** The file of one version, of the kind that its name says. */
export function fileOf(file: ProjectFile, deliverable: DeliverableRecord, version: DocumentVersion): Buffer {
  const document = documentOf(file, deliverable, version);
  return fileKindOf(version.fileName) === 'docx' ? docx(document) : pdf(document);
}
