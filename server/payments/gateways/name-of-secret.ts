/** What a secret is by the looks of its beginning, for one that was pasted into the wrong field. */
export function nameOfSecret(secret: string): string | null {
  return names.find(([beginning]) => secret.startsWith(beginning))?.[1] ?? null;
}

const names = [
  ['sk_', 'a secret API key (sk_)'],
  ['rk_', 'a restricted API key (rk_)'],
  ['pk_', 'a publishable API key (pk_)'],
  ['we_', 'the id of an endpoint (we_)'],
  ['whsec_', 'the signing secret of a webhook (whsec_)'],
  ['whpk_', 'the public key of a webhook (whpk_)'],
] as const;
