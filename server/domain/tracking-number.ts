import { type Carrier, carrierName, trackingLinks } from './carriers';
import { matchesOf, type TrackingMatch } from './tracking-formats';

export type Recognition = Readonly<{
  number: string;
  matches: ReadonlyArray<TrackingMatch>;
  best: Carrier | null;
  ambiguous: boolean;
  warning: string | null;
}>;

/**
 * What a tracking number says about its carrier, likeliest first. `high`: a structure of its own
 * and its check digit; `medium`: the length and its check digit, or such a structure with a wrong
 * check digit; `low`: no more than the length or a short prefix. `best` is the first carrier, or
 * null where plain digits fit no check digit of their length; `ambiguous` when more than one
 * carrier may have made it. `warning` is a sentence for whoever typed the number, never a reason to
 * refuse it. Takes any text as `normalizeTrackingNumber` does and never throws.
 */
export function recognizeTrackingNumber(text: string): Recognition {
  const number = normalizeTrackingNumber(text);
  const matches = matchesOf(number);
  const [first] = matches;
  const isSlip = first?.checkDigit === 'wrong';
  return {
    number,
    matches,
    best: first && !(isSlip && first.confidence === 'low') ? first.carrier : null,
    ambiguous: new Set(matches.map((match) => match.carrier)).size > 1,
    warning: isSlip ? slipWarning(first.carrier) : null,
  };
}

function slipWarning(carrier: Carrier): string {
  const kind = carrier === 'other' ? 'an international post' : `a ${carrierName(carrier)}`;
  return `The last digit does not fit ${kind} number. Check it for a typing slip.`;
}

/**
 * The carrier to write down when nobody named one: the best match of high or medium confidence,
 * else `other`.
 */
export function carrierFor(number: string): Carrier {
  const [first] = recognizeTrackingNumber(number).matches;
  return first && first.confidence !== 'low' ? first.carrier : 'other';
}

/** The carrier's own page for a number; null for `other` and where there is no number. */
export function trackingUrl(carrier: Carrier, number: string): string | null {
  const normal = normalizeTrackingNumber(number);
  if (carrier === 'other' || normal === '') return null;
  return trackingLinks[carrier] + encodeURIComponent(normal);
}

/**
 * A tracking number as it is compared and linked: without spaces, dashes and invisible characters,
 * upper case, 40 characters at most. A pasted link gives the first number in it, "" when there is
 * none.
 */
export function normalizeTrackingNumber(text: string): string {
  const piece = text.slice(0, pastedLengthMax).trim();
  return isLink(piece) ? (numbersInLink(piece)[0] ?? '') : tidy(piece);
}

/** The normal forms of all numbers in `text`, one a line or between commas, each once, in order. */
export function splitTrackingNumbers(text: string): string[] {
  const pieces = text.split(/[\r\n]+|,(?=\s*https?:)/i).map((piece) => piece.trim());
  const numbers = pieces.flatMap((piece) =>
    isLink(piece) ? numbersInLink(piece) : piece.split(',').map(tidy),
  );
  return [...new Set(numbers.filter((number) => number !== ''))];
}

const pastedLengthMax = 4000;
const numberLengthMax = 40;

function tidy(text: string): string {
  const visible = text
    .slice(0, pastedLengthMax)
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cc}\p{Cf}\p{Cs}−]/gu, '');
  return [...visible.toUpperCase()].slice(0, numberLengthMax).join('');
}

function isLink(text: string): boolean {
  return /^(?:https?:\/\/|[a-z0-9-]+(?:\.[a-z0-9-]+)+[/?])/i.test(text);
}

function numbersInLink(link: string): readonly string[] {
  const lists = partsOfLink(link)
    .map((part) => part.split(',').map(tidy).filter(looksLikeNumber))
    .filter((list) => list.length > 0);
  const isKnown = (list: readonly string[]) =>
    list.some((number) => matchesOf(number).some((match) => match.checkDigit === 'valid'));
  return lists.find(isKnown) ?? lists[0] ?? [];
}

function partsOfLink(link: string): readonly string[] {
  try {
    const { searchParams, pathname, hash } = new URL(
      /^https?:/i.test(link) ? link : `https://${link}`,
    );
    const path = decodeURIComponent(pathname).split('/').reverse();
    return [...searchParams.values(), ...path, ...hash.slice(1).split(/[/=&]/)];
  } catch {
    return [];
  }
}

function looksLikeNumber(text: string): boolean {
  return /^[0-9A-Z]{8,40}$/.test(text) && text.replace(/\D/g, '').length >= 6;
}
