/**
 * Hides card numbers in any text: a run of 13 to 19 digits, blanks and dashes between its groups
 * allowed, that passes the Luhn check keeps its first six and last four digits (what PCI DSS 3.4
 * allows to be shown). About one in ten other numbers of that length looks like a card number and
 * is hidden too. Masking twice changes nothing more.
 */
export function maskCards(text: string): string {
  const pieces = text.split(/((?<!\d)\d{6}•{3,}\d{4}(?!\d))/);
  return pieces.map((piece, i) => (i % 2 === 1 ? piece : piece.replace(run, maskRun))).join('');
}

const run = /\d(?:[ -]{0,3}\d){12,}/g;

/** A run may hold more than a card ("4111 1111 1111 1111 12 27"): its groups are tried in turn. */
function maskRun(text: string): string {
  const parts = text.split(/([ -]+)/);
  let masked = '';
  for (let from = 0; from < parts.length; ) {
    const end = endOfCards(parts, from);
    masked += end === from ? parts[from] : maskGroups(parts.slice(from, end - 1));
    from = Math.max(end, from + 2);
    masked += parts[from - 1] ?? '';
  }
  return masked;
}

/** Where the groups that make up cards end; cards that overlap count as one. */
function endOfCards(parts: readonly string[], from: number): number {
  let end = endOfCard(parts, from);
  for (let at = from + 2; at < end; at += 2) end = Math.max(end, endOfCard(parts, at));
  return end;
}

/** Groups and separators take turns. The result is past the separator, or `from` for no card. */
function endOfCard(parts: readonly string[], from: number): number {
  let digits = '';
  let end = from;
  for (let at = from; at < parts.length && digits.length < 19; at += 2) {
    digits += parts[at] ?? '';
    if (isCardNumber(digits)) end = at + 2;
  }
  return end;
}

function maskGroups(parts: readonly string[]): string {
  const digits = parts.filter((_, i) => i % 2 === 0).join('');
  return `${digits.slice(0, 6)}${'•'.repeat(digits.length - 10)}${digits.slice(-4)}`;
}

/** ISO/IEC 7812-1, annex B: from the right, every second digit is doubled. */
function isCardNumber(digits: string): boolean {
  if (digits.length < 13 || digits.length > 19) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const value = Number(digits.charAt(digits.length - 1 - i)) * (i % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
