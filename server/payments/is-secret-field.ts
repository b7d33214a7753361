/**
 * Whether a field's name says that its value must not be stored. `path` is the names from the
 * outside in: a card's `number` and Paystack's `authorization.authorization_code` (a reusable card
 * token) are secret by where they stand, `data.authorization_code` (a bank's code) is not.
 */
export function isSecretField(path: readonly string[]): boolean {
  const [name = '', parent = ''] = path.slice(-2).reverse().map(plain);
  if (/resp|result|check|status|match|avs/.test(name)) return false;
  if (name === 'number') return /card$/.test(parent);
  if (name === 'authorizationcode') return parent === 'authorization';
  return secretNames.test(name);
}

/** One pattern, as it is tried on every name of a body of any length. */
const secretNames = new RegExp(
  [
    /card(?:num|no$)|^cc(?:num|no$)|^pan$|primaryaccountnumber/,
    /cvv|cvc|cv2|csc$|cardcode|securitycode|verificationvalue/,
    /^x?track(?:1|2|data)/,
    /password|passwd|passphrase|pwd|pw$/,
    /secret|token(?:id|key|value|data)?$/,
    // What Adyen and Redsys call the token of a stored card.
    /recurringdetailreference$|storedpaymentmethodid$|^dsmerchantidentifier$/,
    /(?:api|private|tran|transaction|signature|access)key/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

function plain(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}
