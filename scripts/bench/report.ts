import type { Figure } from './measure';

/** All that was measured with so many orders in the shop. */
export type Run = Readonly<{ orders: number; figures: readonly Figure[] }>;

const growthMax = 1.3;

/** The tables of a benchmark as text, each figure beside its ceiling and its aim. */
export function report(runs: readonly Run[]): string {
  const [least, most] = [runs[0], runs.at(-1)];
  const parts = runs.map(runTable);
  if (least && most && most.orders > least.orders) parts.push(growthTable(least, most));
  return parts.join('\n\n');
}

function runTable({ orders, figures }: Run): string {
  const head = ['', 'per second', 'p50 ms', 'p99 ms', 'ceiling', 'per second', 'ratio', 'aim'];
  const rows = figures.map(({ name, speed, ceiling, aim }) => [
    name,
    ...[speed.perSecond, speed.p50Ms, speed.p99Ms].map(rounded),
    ceiling.name,
    rounded(ceiling.perSecond),
    (speed.perSecond / ceiling.perSecond).toFixed(2),
    aim === null ? '' : verdict(speed.perSecond / ceiling.perSecond >= aim, `≥ ${aim}`),
  ]);
  return `${orders} orders\n${table([head, ...rows])}`;
}

/** The mean time of each figure in the larger shop, by that in the smaller one. */
function growthTable(least: Run, most: Run): string {
  const head = ['', `${least.orders}, ms`, `${most.orders}, ms`, 'ratio', 'aim'];
  const rows = most.figures.flatMap(({ name, speed }) => {
    const before = least.figures.find((figure) => figure.name === name);
    if (!before) return [];
    const growth = before.speed.perSecond / speed.perSecond;
    const times = [before.speed, speed].map(({ perSecond }) => (1000 / perSecond).toFixed(2));
    return [[name, ...times, growth.toFixed(2), verdict(growth <= growthMax, `≤ ${growthMax}`)]];
  });
  const title = `Time per request, ${most.orders} orders beside ${least.orders}`;
  return `${title}\n${table([head, ...rows])}`;
}

function verdict(isMet: boolean, aim: string): string {
  return `${aim} ${isMet ? 'met' : 'NOT MET'}`;
}

function rounded(value: number): string {
  return value.toFixed(value < 10 ? 1 : 0);
}

function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  const isText = (column: number) => /[a-z]/i.test(rows[1]?.[column] ?? '');
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return rows.map(line).join('\n');
}
