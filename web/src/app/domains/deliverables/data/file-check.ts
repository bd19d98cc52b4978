import { checkFile, type FileFinding } from '@office/domain';
import type { Problem } from '@office/contracts';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';

/** What is wrong with a chosen file before it is sent; null when nothing is. */
export function fileFinding(file: Pick<File, 'name' | 'size'>, maxBytes: number): string | null {
  const finding = checkFile(file, maxBytes);
  return finding && words(finding, maxBytes);
}

function words(finding: FileFinding, maxBytes: number): string {
  switch (finding) {
    case 'file-empty':
      return $localize`:@@upload.empty:This file is empty.`;
    case 'file-kind-refused':
    case 'file-too-large':
      return problemWords(problemOf(finding, { maxBytes }));
  }
}

/** The same sentence as the server's refusal would get. */
const problemOf = (code: Problem['code'], params: NonNullable<Problem['params']>): ReadProblem => ({
  type: '',
  title: code,
  status: 400,
  code,
  params,
  requestId: '',
  offline: false,
});
