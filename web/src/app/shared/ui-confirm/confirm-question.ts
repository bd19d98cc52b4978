export interface ConfirmQuestion {
  readonly title: string;
  readonly text: string;
  /** Named by its object: "Submit D2.3 to EACEA". */
  readonly action: string;
}
