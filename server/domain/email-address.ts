/**
 * An e-mail address in the one form in which it is stored and compared: trimmed, composed (NFC) and
 * lower case. Null for what cannot be one: longer than 254 characters (RFC 5321 §4.5.3.1.3), not
 * exactly one @, a domain without a dot, or an IP address. Only letters, digits and the signs of
 * RFC 5322's atoms pass, letters of every script included (RFC 6531); so no answer ever contains
 * a space, line break, control, invisible or separating character, and it is safe in a header.
 */
export function normalizeEmail(text: string): string | null {
  if (text.length > inputLengthMax) return null;
  const address = text.trim().toLowerCase().normalize('NFC');
  const [local = '', domain = '', ...rest] = address.split('@');
  const isAddress = rest.length === 0 && isLocalPart(local) && isDomain(domain);
  return isAddress && address.length <= lengthMax ? address : null;
}

const lengthMax = 254;
const inputLengthMax = 1000;
const atom = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+$/u;
const label = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?$/u;
const onlyDigits = /^\d+$/;

function isLocalPart(local: string): boolean {
  return local.length <= 64 && local.split('.').every((part) => atom.test(part));
}

function isDomain(domain: string): boolean {
  const labels = domain.split('.');
  const isIpAddress = onlyDigits.test(labels.at(-1) ?? '');
  return labels.length > 1 && !isIpAddress && labels.every((part) => label.test(part));
}
