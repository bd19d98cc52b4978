import { describe, expect, it } from '@jest/globals';
import { downloadHeaders } from './download.js';

const nameSentFor = (fileName: string): string =>
  downloadHeaders({ fileName, mediaType: 'application/pdf', sha256: 'ab', sizeBytes: 1 })['Content-Disposition'];

describe('the name a download is saved by', () => {
  it.each([
    ['report.pdf', 'report.pdf'],
    ['Báo cáo chất lượng.pdf', 'B%C3%A1o%20c%C3%A1o%20ch%E1%BA%A5t%20l%C6%B0%E1%BB%A3ng.pdf'],
    ["it's (final) *v2*; really.pdf", 'it%27s%20%28final%29%20%2Av2%2A%3B%20really.pdf'],
    ['100 %.pdf', '100%20%25.pdf'],
  ])('is told in UTF-8 and cannot break out of its header: %s', (fileName, encoded) => {
    expect(nameSentFor(fileName)).toBe(`attachment; filename*=UTF-8''${encoded}`);
    expect(nameSentFor(fileName)).toMatch(/^[\x20-\x7e]+$/);
  });
});
