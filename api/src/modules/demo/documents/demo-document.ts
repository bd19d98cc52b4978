/** A text in sections, whatever kind of file it becomes. */
export interface DemoDocument {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
}
