import { describe, expect, it } from '@jest/globals';
import { downloadHeaders } from './download.js';

const nameSentFor = (fileName: string): string =>
  downloadHeaders({ fileName, mediaType: 'application/pdf', sha256: 'ab', sizeBytes: 1 })['Content-Disposition'];

describe('the name a download is saved by', () => {
  it.each([
    ['report.pdf', 'attachment; filename=report.pdf'],
    [
      'Báo cáo chất lượng.pdf',
      `attachment; filename="Bao cao chat luong.pdf"; filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20ch%E1%BA%A5t%20l%C6%B0%E1%BB%A3ng.pdf`,
    ],
    ['Đề cương.docx', `attachment; filename="De cuong.docx"; filename*=UTF-8''%C4%90%E1%BB%81%20c%C6%B0%C6%A1ng.docx`],
    ["it's (final) *v2*; really.pdf", `attachment; filename="it's (final) *v2*; really.pdf"`],
    ['say "yes".pdf', `attachment; filename="say \\"yes\\".pdf"`],
    ['100 %.pdf', `attachment; filename="100 %.pdf"`],
    ['a\r\nSet-Cookie: b.pdf', `attachment; filename="a__Set-Cookie: b.pdf"; filename*=UTF-8''a%0D%0ASet-Cookie%3A%20b.pdf`],
  ])('is told in UTF-8 and cannot break out of its header: %s', (fileName, header) => {
    expect(nameSentFor(fileName)).toBe(header);
    expect(nameSentFor(fileName)).toMatch(/^[\x20-\x7e]+$/);
  });
});
