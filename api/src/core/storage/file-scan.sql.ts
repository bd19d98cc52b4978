/** What the virus scanner said last of the content whose hash stands in `sha256`, or NULL; `$1` is the project. */
export const newestVerdict = (sha256: string): string =>
  `(SELECT fs.verdict FROM file_scan fs WHERE fs.project_id = $1 AND fs.sha256 = ${sha256} ORDER BY fs.at DESC, fs.id DESC LIMIT 1)`;
