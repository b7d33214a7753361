/**
 * A whole number as people type it, with or without separators between thousands; undefined where
 * nothing was typed, null for anything that is no whole number of up to twelve digits.
 */
export function typedNumber(text: string): number | null | undefined {
  const plain = text.trim().replace(/^[−–]/, '-').replace(/^\+/, '');
  if (plain === '') return undefined;
  const digits = /^-?\d{1,3}([ ,.'’]\d{3})+$/.test(plain) ? plain.replace(/[ ,.'’]/g, '') : plain;
  return /^-?\d{1,12}$/.test(digits) ? Number(digits) : null;
}
