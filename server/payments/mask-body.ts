import { isSecretField } from './is-secret-field';
import { cardDigitsMin, maskCards } from './mask-cards';
import { maskJson } from './mask-json';

const hidden = '••••';

/**
 * The text of a callback's body as the inbox may keep it: the values of secret fields are `••••`,
 * card numbers keep their first six and last four digits, everything else is as it came. JSON is
 * recognised by looking, as senders mislabel it; `contentType` only tells a multipart form. Bytes
 * that are not UTF-8 are shown as latin1. Masking twice changes nothing more, and a masked value
 * is at most five characters longer than the value was.
 */
export function maskBody(raw: Uint8Array, contentType: string | null): string {
  const text = readText(raw);
  if (isJson(text)) return maskCards(maskJson(text, hidden, maskText));
  const isMultipart = /^\s*multipart\//i.test(contentType ?? '');
  const assigned = maskAssignments(text);
  return maskCards(isMultipart ? maskParts(assigned) : maskForm(assigned));
}

const shownOfSignature = 24;

/** The headers as the inbox may keep them: credentials hidden, signatures cut short. */
export function maskHeaders(
  headers: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const kept = Object.entries(headers).filter(([, value]) => value !== undefined);
  return Object.fromEntries(kept.map(([name, value = '']) => [name, maskHeader(name, value)]));
}

function maskHeader(name: string, value: string): string {
  if (/authorization|cookie/i.test(name) || isSecretField([name])) return hidden;
  const isSignature = /signature|[-_]sig$|hmac|digest/i.test(name);
  if (!isSignature || value.length <= shownOfSignature) return maskCards(value);
  return `${value.slice(0, shownOfSignature)}…`;
}

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Whether the bytes are UTF-8 is seen without an exception: a form may hold 50,000 such values. */
function readText(raw: Uint8Array): string {
  const text = utf8.decode(raw);
  const isUtf8 = !text.includes('\ufffd') || Buffer.from(text, 'utf8').equals(raw);
  return isUtf8 ? text : Buffer.from(raw).toString('latin1');
}

function isJson(text: string): boolean {
  try {
    return /^\s*[{[]/.test(text) && JSON.parse(text) !== null;
  } catch {
    return false;
  }
}

function maskForm(text: string): string {
  return text
    .split('&')
    .map((pair) => {
      const end = pair.indexOf('=');
      return end < 0 ? pair : maskPair(pair.slice(0, end), pair.slice(end + 1));
    })
    .join('&');
}

/** A card number may hide behind escapes, so the decoded value is looked at. */
function maskPair(name: string, value: string): string {
  if (value === '') return `${name}=`;
  if (isSecretName(unescaped(name))) return `${name}=${hidden}`;
  if (value.length < cardDigitsMin) return `${name}=${value}`;
  const plain = unescaped(value);
  const masked = maskText(plain);
  if (masked === plain) return `${name}=${value}`;
  return `${name}=${masked.replace(/[^\w .•-]/gu, encodeURIComponent)}`;
}

function isSecretName(name: string): boolean {
  if (!/[[\].]/.test(name)) return isSecretField([name]);
  const path = name.split(/[[\].]+/).filter((part) => part !== '');
  return isSecretField(path) || path.some((part) => isSecretField([part]));
}

function maskText(text: string): string {
  return maskEncoded(text) ?? maskCards(text);
}

/** A whole message may stand in one field as base64 (Redsys); null where the text is none. */
function maskEncoded(text: string): string | null {
  if (!/^[A-Za-z0-9+/_-]{24,}={0,2}$/.test(text)) return null;
  const decoded = readText(Buffer.from(text, 'base64'));
  if (!isJson(decoded)) return null;
  const masked = maskCards(maskJson(decoded, hidden, maskCards));
  return masked === decoded ? text : Buffer.from(masked, 'utf8').toString('base64');
}

function unescaped(text: string): string {
  if (!/[%+]/.test(text)) return text;
  const spaced = text.replaceAll('+', ' ');
  const bytes = isAscii(spaced) ? spaced : Buffer.from(spaced, 'utf8').toString('latin1');
  const decoded = bytes.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return isAscii(decoded) ? decoded : readText(Buffer.from(decoded, 'latin1'));
}

function isAscii(text: string): boolean {
  return !/[\u0080-\uffff]/.test(text);
}

/** The parts of a multipart form: a header with the field's name, an empty line, the value. */
function maskParts(text: string): string {
  return text
    .split(/(\r?\n--)/)
    .map((part) => {
      const name = /\bname="?([^";\r\n]+)/i.exec(part)?.[1] ?? '';
      const start = /\r?\n\r?\n/.exec(part);
      if (start === null || !isSecretField([name])) return part;
      return part.slice(0, start.index) + start[0] + hidden;
    })
    .join('');
}

/** Anything else that looks like `name: value` or `name=value`, broken JSON for one. */
function maskAssignments(text: string): string {
  return text.replace(
    /(?<![\w.-])([\w.-]+)(["']?\s*[:=]\s*["']?)([^\s"',;&}<>]+)/g,
    (all: string, name: string, sign: string) =>
      isSecretField([name]) ? `${name}${sign}${hidden}` : all,
  );
}
