import type { Currency } from './currency';
import { formatDecimal } from './money';

type Due = Readonly<{ number: string; amountMinor: number; currency: Currency }>;

/**
 * Why an address cannot be that of the shop's own payment page, in words beside its field; null
 * where it can. It is https, and names the order; names stand behind the server's own name only, so
 * that no order decides where a customer is sent.
 */
export function paymentPageFault(template: string): string | null {
  const [sample, other] = [filledIn(template, 'a'), filledIn(template, 'b')];
  if (!/^https:\/\//i.test(template) || !URL.canParse(sample)) {
    return 'Enter an address that begins with https://, such as https://shop.example/pay/{number}.';
  }
  const strange = [...template.matchAll(/\{[^}]*\}?|\}/g)].find(([gap]) => !isGap(gap));
  if (strange) return `There is no ${strange[0]} here: use {number}, {amount} and {currency}.`;
  if (!template.includes('{number}')) return 'Say where the order number stands: {number}.';
  const { username, password, origin } = new URL(sample);
  if (username !== '' || password !== '') return 'Leave the user name and the password out.';
  return !URL.canParse(other) || new URL(other).origin !== origin
    ? 'Put {number}, {amount} and {currency} behind the name of the server.'
    : null;
}

/** The page where this order is paid. */
export function paymentPageUrl(template: string, { number, amountMinor, currency }: Due): string {
  const values = { number, amount: formatDecimal(amountMinor, currency), currency };
  return template.replace(gaps, (_, name: keyof typeof values) => encodeURIComponent(values[name]));
}

const gaps = /\{(number|amount|currency)\}/g;

function isGap(text: string): boolean {
  return ['{number}', '{amount}', '{currency}'].includes(text);
}

function filledIn(template: string, value: string): string {
  return template.replace(gaps, value);
}
