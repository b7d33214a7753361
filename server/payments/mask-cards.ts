/**
 * Hides card numbers in any text: a run of 13 to 19 digits, blanks and dashes between its groups
 * allowed, that passes the Luhn check keeps its first six and last four digits (what PCI DSS 3.4
 * allows to be shown). About one in ten other numbers of that length looks like a card number and
 * is hidden too. Masking twice changes nothing more.
 */
export function maskCards(text: string): string {
  if (text.length < cardDigitsMin) return text;
  const pieces = text.split(/((?<!\d)\d{6}•{3,}\d{4}(?!\d))/);
  return pieces.map((piece, i) => (i % 2 === 1 ? piece : piece.replace(run, maskRun))).join('');
}

export const cardDigitsMin = 13;
const cardDigitsMax = 19;
const run = /\d(?:[ -]{0,3}\d){12,}/g;

/** Digits in groups: the text of each with what separates it, and where its digits begin and end. */
type Groups = Readonly<{ parts: readonly string[]; ends: readonly number[]; digits: string }>;

/** A run may hold more than a card ("4111 1111 1111 1111 12 27"): its groups are tried in turn. */
function maskRun(text: string): string {
  const parts = text.split(/([ -]+)/);
  const texts = parts.filter((_, i) => i % 2 === 0);
  const ends: number[] = [];
  for (const group of texts) ends.push((ends.at(-1) ?? 0) + group.length);
  const groups = { parts, ends, digits: texts.join('') };
  const isCard = luhnChecker(groups.digits);
  let masked = '';
  for (let from = 0; from < texts.length; ) {
    const end = endOfCards(groups, from, isCard);
    masked += end === from ? texts[from] : maskGroups(groups, from, end);
    from = Math.max(end, from + 1);
    masked += parts[2 * from - 1] ?? '';
  }
  return masked;
}

type CardCheck = (start: number, end: number) => boolean;

/** Where the groups that make up cards end; cards that overlap count as one. `from` for no card. */
function endOfCards(groups: Groups, from: number, isCard: CardCheck): number {
  let end = endOfCard(groups, from, isCard);
  for (let at = from + 1; at < end; at += 1) end = Math.max(end, endOfCard(groups, at, isCard));
  return end;
}

function endOfCard({ ends }: Groups, from: number, isCard: CardCheck): number {
  const start = ends[from - 1] ?? 0;
  let end = from;
  for (let at = from; at < ends.length; at += 1) {
    const stop = ends[at] ?? 0;
    if (stop - start > cardDigitsMax) break;
    if (isCard(start, stop)) end = at + 1;
  }
  return end;
}

function maskGroups({ ends, digits }: Groups, from: number, end: number): string {
  const hidden = digits.slice(ends[from - 1] ?? 0, ends[end - 1]);
  return `${hidden.slice(0, 6)}${'•'.repeat(hidden.length - 10)}${hidden.slice(-4)}`;
}

/**
 * ISO/IEC 7812-1, annex B: from the right, every second digit is doubled. The sums up to each digit
 * are made once, one with the even places doubled and one with the odd, so that any stretch of a
 * long run is checked at once.
 */
function luhnChecker(digits: string): CardCheck {
  const sums = [new Uint32Array(digits.length + 1), new Uint32Array(digits.length + 1)] as const;
  for (let i = 0; i < digits.length; i += 1) {
    const digit = digits.charCodeAt(i) - 48;
    const doubled = digit > 4 ? 2 * digit - 9 : 2 * digit;
    const isEven = i % 2 === 0;
    sums[0][i + 1] = (sums[0][i] ?? 0) + (isEven ? doubled : digit);
    sums[1][i + 1] = (sums[1][i] ?? 0) + (isEven ? digit : doubled);
  }
  return (start, end) => {
    const sum = end % 2 === 0 ? sums[0] : sums[1];
    const length = end - start;
    return (
      length >= cardDigitsMin &&
      length <= cardDigitsMax &&
      ((sum[end] ?? 0) - (sum[start] ?? 0)) % 10 === 0
    );
  };
}
