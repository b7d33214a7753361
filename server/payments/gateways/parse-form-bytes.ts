export type ParsedForm =
  | Readonly<{ ok: true; fields: ReadonlyMap<string, string> }>
  | Readonly<{ ok: false; reason: string }>;

/**
 * Reads an urlencoded form without deciding on a character set: every character of a value stands
 * for one byte of it (latin1), which is what signatures are over. A repeated name is refused,
 * because signer and reader may each take another of its values.
 */
export function parseFormBytes(body: Uint8Array): ParsedForm {
  const pairs = readFormPairs(body);
  if (typeof pairs === 'string') return refuse(pairs);
  const fields = new Map(pairs);
  return fields.size === pairs.length ? { ok: true, fields } : refuse(repeatedField);
}

const brokenEscape = 'The message cannot be read. It holds a % that is no escape.';
export const repeatedField = 'The message cannot be read. The same field comes twice.';
const tooMany = 'The message cannot be read. It has more fields than a notification has.';

/** Some hundred products with all that is told of each; reading many more would take long. */
const pairsMax = 10_000;

export type FormPair = readonly [name: string, value: string];

/** The names and values in their order, repeated ones too, or why they cannot be read. */
export function readFormPairs(body: Uint8Array): readonly FormPair[] | string {
  const parts = Buffer.from(body)
    .toString('latin1')
    .split('&', pairsMax + 1);
  if (parts.length > pairsMax) return tooMany;
  const pairs: FormPair[] = [];
  for (const pair of parts) {
    if (pair === '') continue;
    const [name, value] = splitPair(pair);
    if (name === null || value === null) return brokenEscape;
    pairs.push([name, value]);
  }
  return pairs;
}

function splitPair(pair: string): readonly [string | null, string | null] {
  const end = pair.indexOf('=');
  if (end < 0) return [decodeBytes(pair), ''];
  return [decodeBytes(pair.slice(0, end)), decodeBytes(pair.slice(end + 1))];
}

function decodeBytes(text: string): string | null {
  if (!/[%+]/.test(text)) return text;
  if (/%(?![0-9a-fA-F]{2})/.test(text)) return null;
  const bytes = Buffer.from(text.replaceAll('+', ' '), 'latin1');
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1, length += 1) {
    const isEscape = bytes[at] === percent;
    bytes[length] = isEscape
      ? Number.parseInt(text.slice(at + 1, at + 3), 16)
      : bytes.readUInt8(at);
    if (isEscape) at += 2;
  }
  return bytes.toString('latin1', 0, length);
}

const percent = '%'.charCodeAt(0);

function refuse(reason: string): ParsedForm {
  return { ok: false, reason };
}
