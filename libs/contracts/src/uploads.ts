/**
 * `POST .../deliverables/:id/versions`, with `If-Match`: finished uploads become the next version, in this order. One is
 * kept as it is, several go into one zip.
 */
export interface VersionRequest {
  /** Ids that the upload's address ends with. */
  uploads: string[];
  note: string;
}
