import { statement } from '../../core/database/statement.js';

/** `$1` is the project everywhere in this file. */

/** The ending of a file's name, as which its content is read. */
const kindOf = (fileName: string): string => `lower(substring(${fileName} FROM '\\.([A-Za-z]+)$'))`;

/** What reading a version's file told, without the text itself; NULL as long as it was not read. */
export const readingOf = (version: string): string => `(
  SELECT json_build_object('reading', dt.reading, 'statement', dt.has_statement, 'disclaimer', dt.has_disclaimer, 'pages', dt.pages)
  FROM document_text dt
  WHERE dt.project_id = $1 AND dt.sha256 = ${version}.sha256 AND dt.kind = ${kindOf(`${version}.file_name`)})`;

export const DOCUMENT_TEXT = statement(
  'document-text',
  `SELECT reading, pages, text, cut FROM document_text WHERE project_id = $1 AND sha256 = $2 AND kind = $3`,
);
