/** Rows page by page; a row that stands out is not left alone at the foot of a page. */
export function paginated<Row extends { readonly height: number }>(
  rows: readonly Row[],
  room: number,
  standsOut: (row: Row) => boolean,
): Row[][] {
  const pages: Row[][] = [[]];
  let left = room;
  rows.forEach((row, index) => {
    const next = rows[index + 1];
    const needed = row.height + (standsOut(row) && next && !standsOut(next) ? next.height : 0);
    if (needed > left && pages.at(-1)?.length !== 0) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)?.push(row);
    left -= row.height;
  });
  return pages;
}
