import { createHash } from 'node:crypto';
import type { SignedCertificate } from '@office/contracts';
import { canonicalJson } from '@office/domain';
import PDFDocument from 'pdfkit';
import encodeQR from 'qr';
import { faceFiles } from '../../exports/pdf/paper.js';
import { codeText, facts, heading, HOW, proof, statement, subject, TITLE, type Fact } from './certificate-words.js';

const INK = '#1C2333';
const SOFT = '#55607A';
const LINE = '#D5DAE6';
const BRAND = '#2F5BD0';
const MARGIN = 56;
const WIDTH = 595.28 - 2 * MARGIN;
const LABEL_WIDTH = 130;
const CODE_SIZE = 150;

type Doc = PDFKit.PDFDocument;

function drawHead(doc: Doc, { certificate }: SignedCertificate): void {
  doc.rect(0, 0, 595.28, 8).fill(BRAND);
  doc.font('bold').fontSize(20).fillColor(INK).text(TITLE, MARGIN, 44);
  doc.font('regular').fontSize(9).fillColor(SOFT).text(subject(certificate), { width: WIDTH });
  doc.moveDown(1.2).font('bold').fontSize(13).fillColor(INK).text(heading(certificate), { width: WIDTH });
  doc.moveDown(0.4).font('regular').fontSize(10).text(statement(certificate), { width: WIDTH });
  doc.moveDown(0.8);
}

function drawFacts(doc: Doc, lines: readonly Fact[]): void {
  for (const { label, value } of lines) {
    const top = doc.y;
    doc
      .moveTo(MARGIN, top)
      .lineTo(MARGIN + WIDTH, top)
      .lineWidth(0.5)
      .stroke(LINE);
    doc
      .font('regular')
      .fontSize(8.5)
      .fillColor(SOFT)
      .text(label, MARGIN, top + 5, { width: LABEL_WIDTH - 10 });
    doc
      .fontSize(9)
      .fillColor(INK)
      .text(value, MARGIN + LABEL_WIDTH, top + 5, { width: WIDTH - LABEL_WIDTH });
    doc.y += 5;
  }
  doc.moveDown(0.9);
}

/** Squares of the code, row by row. */
function drawCode(doc: Doc, text: string): void {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 1 });
  const [left, top, unit] = [MARGIN, doc.y, CODE_SIZE / rows.length];
  rows.forEach((row, y) => row.forEach((dark, x) => dark && doc.rect(left + x * unit, top + y * unit, unit, unit)));
  doc.fill('#000000');
  doc.font('regular').fontSize(8.5).fillColor(SOFT);
  doc.text(HOW, MARGIN + CODE_SIZE + 20, top + 4, { width: WIDTH - CODE_SIZE - 20 });
}

/** The certificate on one page, with the record inside as an attachment. */
export async function certificatePdf(signed: SignedCertificate, timeZone: string): Promise<Uint8Array> {
  const { certificate, signature } = signed;
  const issued = new Date(certificate.issuedAt);
  const info = { Title: `${TITLE}: ${heading(certificate)}`, Author: certificate.project.acronym, CreationDate: issued, ModDate: issued };
  const doc = new PDFDocument({ size: 'A4', margin: MARGIN, pdfVersion: '1.7', lang: 'en', displayTitle: true, info, font: '' });
  for (const [face, file] of Object.entries(await faceFiles())) doc.registerFont(face, file);
  const recordHash = createHash('sha256').update(canonicalJson(certificate)).digest('hex');
  drawHead(doc, signed);
  drawFacts(doc, facts(certificate, timeZone));
  drawFacts(doc, proof(certificate, signature.keyId, recordHash));
  drawCode(doc, codeText(certificate, recordHash, signature.keyId, signature.value));
  const record = Buffer.from(`${JSON.stringify(signed, null, 2)}\n`);
  doc.file(record, { name: 'sign-off.json', type: 'application/json', creationDate: issued, modifiedDate: issued, description: 'Record' });
  doc.end();
  const chunks: Buffer[] = [];
  for await (const chunk of doc) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
