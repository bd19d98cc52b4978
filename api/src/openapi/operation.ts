/** What the OpenAPI document says of a route beyond its address and permission; names are those of libs/contracts. */
export interface Operation {
  readonly summary: string;
  /** Contract of the JSON body. */
  readonly takes?: string;
  /** Contract whose properties are the query parameters. */
  readonly query?: string;
  readonly answers?: string | { readonly list: string } | { readonly page: string };
  /** Status of success; 200 unless said. */
  readonly status?: number;
  /** Whether a write needs `If-Match`. */
  readonly ifMatch?: true;
  /** Contract of the events of a stream that stays open, by name. */
  readonly events?: string;
  /** A file comes in whole (multipart: `note`, then `file`) or piece by piece, or goes out. */
  readonly file?: 'upload' | 'piece' | 'download';
}

export const PROJECT = '/api/projects/:projectId';
