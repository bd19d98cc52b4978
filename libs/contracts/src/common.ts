import type { Provenance } from '@office/domain';

/** One page of a list. `total` counts all rows that match, whatever the page. */
export interface Page<T> {
  items: T[];
  total: number;
  offset: number;
  limit: number;
}

/** A beneficiary as it is named beside other things. */
export interface BeneficiaryRef {
  id: string;
  shortName: string;
  name: string;
}

/** A person as named in a history; `beneficiary` is null for observers and administrators. */
export interface PersonRef {
  id: string;
  name: string;
  beneficiary: string | null;
}

/** Something that says where its facts come from. */
export interface WithProvenance {
  provenance: Provenance;
}

/** An editable resource; the number is its ETag (`"3"`) and goes into `If-Match`. */
export interface Versioned {
  version: number;
}
