import { prettyJson } from './pretty-json';

/** The masked body of a callback, laid out for reading; `left` counts the fields not listed. */
export type ShownBody = Readonly<
  | { kind: 'json'; text: string; isCut: boolean }
  | { kind: 'form'; fields: readonly FormField[]; left: number; text: string; isCut: boolean }
  | { kind: 'text'; text: string; isCut: boolean }
>;

type FormField = Readonly<{ name: string; value: string }>;

const textMax = 64 * 1024;
const fieldsMax = 250;

/**
 * Lays a stored body out: JSON indented, a form as decoded fields beside the raw text, anything
 * else as it is. What is too long for a page is cut. Pure, never throws.
 */
export function showBody(masked: string, contentType: string): ShownBody {
  const pretty = prettyJson(masked);
  if (pretty !== null) return { kind: 'json', ...cut(pretty) };
  if (!isForm(masked, contentType)) return { kind: 'text', ...cut(masked) };
  const pairs = masked.split('&').filter((pair) => pair !== '');
  return {
    kind: 'form',
    fields: pairs.slice(0, fieldsMax).map(fieldOf),
    left: Math.max(0, pairs.length - fieldsMax),
    ...cut(masked),
  };
}

function cut(text: string): Readonly<{ text: string; isCut: boolean }> {
  return { text: text.slice(0, textMax).toWellFormed(), isCut: text.length > textMax };
}

function isForm(text: string, contentType: string): boolean {
  if (!text.includes('=')) return false;
  return /x-www-form-urlencoded/i.test(contentType) || /^[^\s=&<{]+=\S*$/.test(text);
}

function fieldOf(pair: string): FormField {
  const end = pair.indexOf('=');
  return end < 0
    ? { name: decode(pair), value: '' }
    : { name: decode(pair.slice(0, end)), value: decode(pair.slice(end + 1)) };
}

/** Escaped bytes are UTF-8 where they can be read so, else latin1, as old gateways write it. */
function decode(text: string): string {
  return text
    .replaceAll('+', ' ')
    .replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) =>
      readBytes(Buffer.from(escapes.replaceAll('%', ''), 'hex')),
    );
}

function readBytes(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes).toString('latin1');
  }
}
