import type { Currency } from '#domain/currency';
import { amountMax, parseMinor } from '#domain/money';

/**
 * The decimal text of a gateway ("59.90") in minor units; negative where money went back. Null
 * where there is none, undefined for what is no amount of that currency.
 */
export function decimalAmount(text: string, currency: Currency): number | null | undefined {
  if (text === '') return null;
  const minor = /^-?\d{1,15}(?:\.\d+)?$/.test(text) ? parseMinor(text, currency) : null;
  return minor !== null && Math.abs(minor) <= amountMax ? minor : undefined;
}
