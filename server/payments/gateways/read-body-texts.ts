import { readFormPairs, repeatedField } from './parse-form-bytes';
import { parseSignedJsonTexts } from './parse-signed-json';

/**
 * The text at a path such as `data.items.0.id`; null where there is none, undefined where there is
 * an object or a list. Numbers are given as they were written.
 */
export type BodyText = (path: string) => string | null | undefined;

export type BodyTexts =
  | Readonly<{ ok: true; textAt: BodyText }>
  | Readonly<{ ok: false; reason: string }>;

/**
 * Reads a signed body that is a JSON object or an urlencoded form in UTF-8. Its own first character
 * decides, as the content type is not signed.
 */
export function readBodyTexts(body: Uint8Array): BodyTexts {
  return /^\s*[{["]/.test(Buffer.from(body.subarray(0, 64)).toString('latin1'))
    ? readJson(body)
    : readForm(body);
}

function readJson(body: Uint8Array): BodyTexts {
  const json = parseSignedJsonTexts(body);
  if (!json.ok) return json;
  return { ok: true, textAt: (path) => asText(stepsOf(path).reduce(step, json.value)) };
}

/** `items[0].id` is `items.0.id`. */
function stepsOf(path: string): readonly string[] {
  return path.replace(/\[(-?\d+)\]/g, '.$1').split('.');
}

/** A minus counts from the end of a list: `operations.-1` is the last of them. */
function step(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return /^-?\d{1,6}$/.test(name) ? value.at(Number(name)) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;
}

function asText(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return String(value);
  return typeof value === 'string' ? value : undefined;
}

/** The path is the whole name of a field, dots and brackets as they come. */
function readForm(body: Uint8Array): BodyTexts {
  const read = readFormPairs(body);
  if (typeof read === 'string') return { ok: false, reason: read };
  const pairs = read.map((pair) => pair.map(asUtf8));
  const texts = pairs.flatMap(([name, value]) =>
    typeof name === 'string' && typeof value === 'string' ? [[name, value] as const] : [],
  );
  if (texts.length < pairs.length) {
    return { ok: false, reason: 'The message is signed, but is neither JSON nor a form in UTF-8.' };
  }
  const fields = new Map(texts);
  if (fields.size < texts.length) return { ok: false, reason: repeatedField };
  return { ok: true, textAt: (path) => fields.get(path) ?? null };
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function asUtf8(bytesAsLatin1: string): string | null {
  try {
    return utf8.decode(Buffer.from(bytesAsLatin1, 'latin1'));
  } catch {
    return null;
  }
}
