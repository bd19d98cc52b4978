/** Points of a five-pointed star, the tip up. */
const star = (x: number, y: number, radius: number): string =>
  Array.from({ length: 10 }, (_, index) => {
    const angle = (index * Math.PI) / 5;
    const length = index % 2 === 0 ? radius : radius * 0.382;
    return `${(x + length * Math.sin(angle)).toFixed(2)} ${(y + length * Math.cos(angle)).toFixed(2)} ${index === 0 ? 'm' : 'l'}`;
  }).join(' ');

const ON_A_CLOCK = 12;

/** The emblem of the EU as PDF draws it, by its own construction: 3 to 2, stars on a circle of a third of its height. */
export function emblem(x: number, y: number, height: number): string {
  const stars = Array.from({ length: ON_A_CLOCK }, (_, hour) => {
    const angle = (hour * 2 * Math.PI) / ON_A_CLOCK;
    return star(x + height * (0.75 + Math.sin(angle) / 3), y + height * (0.5 + Math.cos(angle) / 3), height / 18);
  });
  return ['q', '0 0.2 0.6 rg', `${x} ${y} ${height * 1.5} ${height} re f`, '1 0.8 0 rg', ...stars.map((path) => `${path} h f`), 'Q'].join(
    '\n',
  );
}
