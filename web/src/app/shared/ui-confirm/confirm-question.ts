export interface ConfirmQuestion {
  readonly title: string;
  readonly text: string;
  /** Named by its object: "Submit D2.3 to EACEA". */
  readonly action: string;
  /** What the other button says, where it is more than "Cancel". */
  readonly cancel?: string;
}
