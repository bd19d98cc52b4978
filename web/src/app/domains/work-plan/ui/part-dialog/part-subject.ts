/** Whose part of which task; the rest is asked for when the dialog opens. */
export interface PartSubject {
  readonly taskId: string;
  readonly number: string;
  readonly title: string;
  readonly beneficiary: { readonly id: string; readonly shortName: string };
}
