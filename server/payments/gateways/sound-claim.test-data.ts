import { expect } from 'vitest';
import type { Claim } from './gateway';

/** Whatever was signed, a claim has whole amounts that are not negative, and codes of a currency. */
export function expectSound({ amountMinor, currency }: Claim): void {
  const isSum = amountMinor === null || (Number.isSafeInteger(amountMinor) && amountMinor >= 0);
  expect({ amountMinor, isSum }).toEqual({ amountMinor, isSum: true });
  expect(currency ?? 'EUR').toMatch(/^[A-Z]{3}$/);
}
