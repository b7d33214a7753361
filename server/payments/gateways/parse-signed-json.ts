import { findRepeatedName } from './find-repeated-name';

export type JsonObject = Readonly<Record<string, unknown>>;

export type ParsedJson =
  | Readonly<{ ok: true; value: JsonObject }>
  | Readonly<{ ok: false; reason: string }>;

/**
 * Reads a body whose signature has been checked. It must be UTF-8 and one JSON object in which no
 * name comes twice: `JSON.parse` would keep the last, other readers the first.
 */
export function parseSignedJson(body: Uint8Array): ParsedJson {
  return parse(body, JSON.parse);
}

/**
 * The same with every number as the text that it was sent as: an amount such as 59.90 would lose
 * its last digits, and a long id its exactness.
 */
export function parseSignedJsonTexts(body: Uint8Array): ParsedJson {
  return parse(body, (text) => JSON.parse(text, keepNumberText));
}

function keepNumberText(_: string, value: unknown, context?: Readonly<{ source?: string }>) {
  return typeof value === 'number' ? (context?.source ?? String(value)) : value;
}

function parse(body: Uint8Array, read: (text: string) => unknown): ParsedJson {
  const value = parseText(body, read);
  if (value === undefined) return refuse('is not JSON in UTF-8');
  if (!isJsonObject(value.parsed)) return refuse('is not a JSON object');
  if (findRepeatedName(value.text) !== null) return refuse('gives the same field twice');
  return { ok: true, value: value.parsed };
}

function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parseText(
  body: Uint8Array,
  read: (text: string) => unknown,
): { text: string; parsed: unknown } | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    return { text, parsed: read(text) };
  } catch {
    return undefined;
  }
}

function refuse(what: string): ParsedJson {
  return { ok: false, reason: `The message is signed, but ${what}.` };
}
