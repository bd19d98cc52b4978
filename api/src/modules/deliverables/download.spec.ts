import { describe, expect, it } from '@jest/globals';
import { downloadHeaders } from './download.js';

const nameSentFor = (fileName: string): string =>
  downloadHeaders({ fileName, mediaType: 'application/pdf', sha256: 'ab', sizeBytes: 1 })['Content-Disposition'];

describe('the name a download is saved by', () => {
  it.each([
    ['report.pdf', 'report.pdf', 'report.pdf'],
    ['Báo cáo chất lượng.pdf', 'Bao cao chat luong.pdf', 'B%C3%A1o%20c%C3%A1o%20ch%E1%BA%A5t%20l%C6%B0%E1%BB%A3ng.pdf'],
    ['Đề cương.docx', 'De cuong.docx', '%C4%90%E1%BB%81%20c%C6%B0%C6%A1ng.docx'],
    ["it's (final) *v2*; really.pdf", "it's (final) *v2*; really.pdf", 'it%27s%20%28final%29%20%2Av2%2A%3B%20really.pdf'],
    ['say "yes" \\ no.pdf', 'say _yes_ _ no.pdf', 'say%20%22yes%22%20%5C%20no.pdf'],
    ['100 %.pdf', '100 _.pdf', '100%20%25.pdf'],
    ['a\r\nSet-Cookie: b.pdf', 'a__Set-Cookie: b.pdf', 'a%0D%0ASet-Cookie%3A%20b.pdf'],
    ['half \ud800.pdf', 'half _.pdf', 'half%20%EF%BF%BD.pdf'],
  ])('is told twice and cannot break out of its header: %s', (fileName, plain, encoded) => {
    expect(nameSentFor(fileName)).toBe(`attachment; filename="${plain}"; filename*=UTF-8''${encoded}`);
    expect(nameSentFor(fileName)).toMatch(/^[\x20-\x7e]+$/);
  });
});
