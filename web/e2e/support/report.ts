import PDFDocument from 'pdfkit';

/** What every document has to say of the EU's support. */
const VISIBILITY = [
  'Co-funded by the European Union',
  'Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or the European Education and Culture Executive Agency (EACEA). Neither the European Union nor the granting authority can be held responsible for them.',
];

export interface ReportFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A PDF of one page that bears funding statement and disclaimer, different for every text. */
export async function aReport(name: string, text: string): Promise<ReportFile> {
  const document = new PDFDocument({ size: 'A4' });
  const chunks: Buffer[] = [];
  const written = new Promise<void>((resolve) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', resolve);
  });
  for (const paragraph of [text, ...VISIBILITY]) document.text(paragraph).moveDown();
  document.end();
  await written;
  return { name, mimeType: 'application/pdf', buffer: Buffer.concat(chunks) };
}
