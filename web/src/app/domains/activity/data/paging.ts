/** The page that an address asks for: whole and from 1, anything else is the first. */
export function pageNumber(text: string | undefined): number {
  const number = Number(text);
  return Number.isInteger(number) && number > 0 ? number : 1;
}

export interface PageSteps {
  readonly page: number;
  readonly pages: number;
  /** Number of the page with newer or older entries; null at the end. */
  readonly newer: number | null;
  readonly older: number | null;
}

export function stepsOf(page: number, total: number, size: number): PageSteps {
  const pages = Math.max(1, Math.ceil(total / size));
  return { page, pages, newer: page > 1 ? Math.min(page - 1, pages) : null, older: page < pages ? page + 1 : null };
}
