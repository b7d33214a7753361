/** A repeatable source of chance: the same seed gives the same shop. */
export type Random = Readonly<{
  /** A number from 0 up to but not 1. */
  next: () => number;
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number;
  pick: <Item>(items: readonly [Item, ...Item[]]) => Item;
  /** Letters and digits, for reference numbers. */
  reference: (length: number) => string;
}>;

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/**
 * mulberry32: 32 bits of state, good enough for sample data and nothing else. Another `turn` of the
 * same seed is another sequence.
 */
export function randomFrom(seed: number, turn = 0): Random {
  let state = (seed ^ Math.imul(turn, 0x9e3779b1)) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const reference = (length: number) =>
    Array.from({ length }, () => letters[between(0, letters.length - 1)]).join('');
  return {
    next,
    between,
    reference,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
  };
}
