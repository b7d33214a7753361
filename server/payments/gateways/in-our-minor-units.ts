import { type Currency, exponentOf } from '#domain/currency';

/**
 * An amount of a gateway that counts some currencies in other minor units than ISO 4217 does:
 * `theirs` says how many decimals those stand for. Undefined where the amount has a fraction that
 * the currency lacks.
 */
export function inOurMinorUnits(
  amount: number | null | undefined,
  currency: Currency | null,
  theirs: Readonly<Partial<Record<Currency, number>>>,
): number | null | undefined {
  if (amount === null || amount === undefined) return null;
  const exponent = currency === null ? undefined : theirs[currency];
  if (currency === null || exponent === undefined) return amount;
  const shift = exponentOf(currency) - exponent;
  if (shift >= 0) return amount * 10 ** shift;
  return amount % 10 ** -shift === 0 ? amount / 10 ** -shift : undefined;
}
