import type { DemoDocument } from './demo-document.js';
import { zip } from './zip.js';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OPEN_XML = 'http://schemas.openxmlformats.org';

const CONTENT_TYPES = `${XML}<Types xmlns="${OPEN_XML}/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
</Types>`;

const RELATIONSHIPS = `${XML}<Relationships xmlns="${OPEN_XML}/package/2006/relationships">
<Relationship Id="rId1" Type="${OPEN_XML}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>`;

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Sizes are half points. */
const paragraph = (text: string, size: number, bold: boolean): string =>
  `<w:p><w:pPr><w:spacing w:after="160"/></w:pPr><w:r><w:rPr>${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/></w:rPr><w:t xml:space="preserve">${escape(text)}</w:t></w:r></w:p>`;

/** A Word document of one section. */
export function docx({ title, funding, sections }: DemoDocument): Buffer {
  const body = [
    paragraph(title, 40, true),
    ...funding.map((text) => paragraph(text, 18, false)),
    ...sections.flatMap(({ heading, paragraphs }) => [
      paragraph(heading, 28, true),
      ...paragraphs.map((text) => paragraph(text, 22, false)),
    ]),
  ];
  const document = `${XML}<w:document xmlns:w="${OPEN_XML}/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`;
  return zip([
    { name: '[Content_Types].xml', content: CONTENT_TYPES },
    { name: '_rels/.rels', content: RELATIONSHIPS },
    { name: 'word/document.xml', content: document },
  ]);
}
