const number = (value) => value.toLocaleString('en-GB', { maximumFractionDigits: value < 10 ? 2 : 0 });
const pad = (cells, widths) =>
  cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  ');

function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  return [pad(head, widths), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map((row) => pad(row, widths))].join('\n');
}

/** For each request the office, its floor, and how far apart they are. */
export function throughputTable(measured) {
  const rows = measured.flatMap(({ name, projects, bytes, office, floor, goal }) => {
    const ratio = office.perSecond / floor.perSecond;
    return [
      [name, String(projects), `${number(bytes / 1000)} kB`, office.name, ...speed(office), '', ''],
      ['', '', '', floor.name, ...speed(floor), ratio.toFixed(2), verdict(ratio >= goal, `>= ${goal}`)],
    ];
  });
  return table(['request', 'projects', 'body', 'answered by', 'per s', 'p50 ms', 'p99 ms', 'ratio', 'to reach'], rows);
}

const speed = ({ perSecond, p50, p99 }) => [number(perSecond), number(p50), number(p99)];

/** How each request fares when the database holds many projects instead of one. */
export function growthTable(requests) {
  const rows = requests.map(([one, many]) => {
    const throughput = many.office.perSecond / one.office.perSecond;
    return [one.name, throughput.toFixed(2), (many.office.p50 / one.office.p50).toFixed(2), verdict(throughput >= 0.8, '>= 0.8')];
  });
  return table(['request', 'throughput, many / one', 'p50, many / one', 'to reach'], rows);
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
