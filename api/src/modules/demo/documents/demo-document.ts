/** A text in sections, whatever kind of file it becomes. */
export interface DemoDocument {
  readonly title: string;
  /** Beside the EU emblem, where the kind of file has it. */
  readonly funding: readonly string[];
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}
