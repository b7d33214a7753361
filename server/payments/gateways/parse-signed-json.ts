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
  const parsed = parse(body);
  if (parsed === undefined) return refuse('is not JSON in UTF-8');
  if (!isJsonObject(parsed.value)) return refuse('is not a JSON object');
  if (findRepeatedName(parsed.text) !== null) return refuse('gives the same field twice');
  return { ok: true, value: parsed.value };
}

/**
 * The same with every number as the text that it was sent as: an amount such as 59.90 would lose
 * its last digits, and a long id its exactness.
 */
export function parseSignedJsonTexts(body: Uint8Array): ParsedJson {
  const json = parseSignedJson(body);
  if (!json.ok) return json;
  const value: JsonObject = JSON.parse(quoteNumbers(utf8.decode(body)));
  return { ok: true, value };
}

/**
 * A JSON text that is known to be valid, with every number in quotes. A reviver is told the source
 * of numbers too, but is called for every value: 256 KiB of short ones would take it 80 ms.
 */
function quoteNumbers(json: string): string {
  return json
    .split(/("[^"\\]*(?:\\.[^"\\]*)*")/)
    .map((part) => (part.startsWith('"') ? part : part.replace(/-?\d[\d.eE+-]*/g, '"$&"')))
    .join('');
}

/**
 * The object of a body that has yet to be proved, where its fields are what is signed. Once it is,
 * `isUnambiguous` has to be asked: looking for repeated names takes longer than anybody may make us.
 */
export function parseUnprovedJson(body: Uint8Array): JsonObject | null {
  const parsed = parse(body)?.value;
  return isJsonObject(parsed) ? parsed : null;
}

/** Whether no name comes twice in an object of a body that has been parsed. */
export function isUnambiguous(body: Uint8Array): boolean {
  return findRepeatedName(Buffer.from(body).toString('utf8')) === null;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function parse(body: Uint8Array): Readonly<{ text: string; value: unknown }> | undefined {
  try {
    const text = utf8.decode(body);
    return { text, value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(what: string): ParsedJson {
  return { ok: false, reason: `The message is signed, but ${what}.` };
}
