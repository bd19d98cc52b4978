import { fileKindOf } from '@office/domain';
import type { ProblemCode } from '@office/contracts';
import type { ReadProblem } from '../../../shared/util-http/problem';
import { problemWords } from '../../../shared/util-http/problem-words';

/** What is wrong with a chosen file before it is sent; null when nothing is. */
export function fileFinding(file: Pick<File, 'name' | 'size'>): string | null {
  if (fileKindOf(file.name) === null) return problemWords(problemOf('file-kind-refused'));
  return file.size === 0 ? $localize`:@@upload.empty:This file is empty.` : null;
}

/** The same sentence as the server's refusal would get. */
const problemOf = (code: ProblemCode): ReadProblem => ({ type: '', title: code, status: 400, code, requestId: '', offline: false });
