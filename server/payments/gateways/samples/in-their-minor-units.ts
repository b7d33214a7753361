import { type Currency, exponentOf } from '#domain/currency';

/** What `inOurMinorUnits` reads, the other way; null where the gateway has no such fraction. */
export function inTheirMinorUnits(
  amountMinor: number,
  currency: Currency,
  theirs: Readonly<Partial<Record<Currency, number>>>,
): number | null {
  const ours = exponentOf(currency);
  const shift = (theirs[currency] ?? ours) - ours;
  if (shift >= 0) return amountMinor * 10 ** shift;
  return amountMinor % 10 ** -shift === 0 ? amountMinor / 10 ** -shift : null;
}
