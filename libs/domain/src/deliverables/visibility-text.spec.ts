import { describe, expect, it } from '@jest/globals';
import { findVisibility } from './visibility-text.js';

const DISCLAIMER =
  'Funded by the European Union. Views and opinions expressed are however those of the author(s) only and do not necessarily reflect those of the European Union or the European Education and Culture Executive Agency (EACEA). Neither the European Union nor the granting authority can be held responsible for them.';
const VIETNAMESE =
  'Được tài trợ bởi Liên minh châu Âu. Tuy nhiên, các quan điểm và ý kiến được trình bày chỉ là của (các) tác giả và không nhất thiết phản ánh quan điểm của Liên minh châu Âu hoặc EACEA. Liên minh châu Âu và cơ quan tài trợ không chịu trách nhiệm về những quan điểm đó.';

describe('what a text says of the EU', () => {
  it.each([
    ['the statement alone', 'Co-funded by the European Union', true, false],
    ['the statement over two lines', 'CO-FUNDED BY THE\nEUROPEAN UNION', true, false],
    ['the whole disclaimer', DISCLAIMER, true, true],
    ['a disclaimer that a PDF broke into lines', DISCLAIMER.replaceAll(/ (?=[ovn])/g, '\n'), true, true],
    [
      'hyphens at the ends of lines',
      DISCLAIMER.replace('responsible', 'respon-\nsible').replace('European', 'Euro\u00AD\npean'),
      true,
      true,
    ],
    ['ligatures', DISCLAIMER.replace('reflect', 're\uFB02ect'), true, true],
    ['another authority', DISCLAIMER.replace('the European Education and Culture Executive Agency (EACEA)', 'REA'), true, true],
    ["EACEA's own wording", DISCLAIMER.replace('the granting authority can', 'EACEA can'), true, true],
    ['a disclaimer cut short', DISCLAIMER.slice(0, 200), true, false],
    ['another opinion', DISCLAIMER.replace('do not necessarily', 'necessarily'), true, false],
    ['Vietnamese', VIETNAMESE, true, true],
    ['Vietnamese in decomposed letters', VIETNAMESE.normalize('NFD'), true, true],
    ['the other Vietnamese statement', 'Dự án được Liên minh châu Âu đồng tài trợ', true, false],
    ['Vietnamese parts far from each other', VIETNAMESE.replace('tác giả', `tác giả ${'abc '.repeat(200)}`), true, false],
    ['nothing of it', 'The European Union is not mentioned as a sponsor here.', false, false],
    ['no text', '', false, false],
  ])('%s', (_, text, statement, disclaimer) => {
    expect(findVisibility(text)).toEqual({ statement, disclaimer });
  });

  it('looks through a long book in time', () => {
    const book = 'Funded by the European Union or tài trợ Liên minh châu Âu quan điểm '.repeat(30_000);
    expect(findVisibility(book)).toEqual({ statement: true, disclaimer: false });
  }, 5_000);
});
