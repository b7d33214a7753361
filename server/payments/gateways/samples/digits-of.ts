/** A number of some ten digits for a text, as gateways number their transactions. */
export function digitsOf(text: string): string {
  return `6${[...text].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1e10, 7)}`;
}
