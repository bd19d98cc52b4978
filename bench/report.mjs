const number = (value) => value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 2 : 0 });
const pad = (cells, widths) =>
  cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ');

function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  return [pad(head, widths), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map((row) => pad(row, widths))].join('\n');
}

/** One line per request and size of the data: the office, the floor, and how far apart they are. */
export function throughputTable(measured) {
  const head = ['request', 'projects', 'body', 'office /s', 'p50 ms', 'p99 ms', 'floor /s', 'p50 ms', 'p99 ms', 'ratio', 'to reach'];
  const rows = measured.map(({ name, projects, bytes, office, floor, goal }) => {
    const ratio = office.perSecond / floor.perSecond;
    const figures = ({ perSecond, p50, p99 }) => [number(perSecond), number(p50), number(p99)];
    return [
      name,
      String(projects),
      `${number(bytes / 1000)} kB`,
      ...figures(office),
      ...figures(floor),
      ratio.toFixed(2),
      verdict(ratio >= goal, `>= ${goal}`),
    ];
  });
  return table(head, rows);
}

/** How each request fares when the database holds many projects instead of one: the office alone, and beside the floor. */
export function growthTable(one, many) {
  const head = ['request', 'throughput, many / one', 'p50, many / one', 'to reach'];
  const rows = many.map((entry, index) => {
    const throughput = entry.office.perSecond / one[index].office.perSecond;
    const p50 = entry.office.p50 / one[index].office.p50;
    return [entry.name, throughput.toFixed(2), p50.toFixed(2), verdict(throughput >= 0.8, '>= 0.8')];
  });
  return table(head, rows);
}

export function figuresTable(figures) {
  return table(
    ['figure', 'measured', 'to reach'],
    figures.map(({ name, value, unit, goal }) => [
      name,
      `${number(value)} ${unit}`,
      goal === undefined ? '' : verdict(value <= goal, `<= ${goal} ${unit}`),
    ]),
  );
}

const verdict = (reached, goal) => `${goal} ${reached ? 'yes' : 'NO '}`;
