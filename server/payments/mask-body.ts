import { isSecretField } from './is-secret-field';
import { maskCards } from './mask-cards';
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

function readText(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(raw);
  } catch {
    return Buffer.from(raw).toString('latin1');
  }
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
  const path = unescaped(name)
    .split(/[[\].]+/)
    .filter((part) => part !== '');
  const isSecret = isSecretField(path) || path.some((part) => isSecretField([part]));
  if (isSecret && value !== '') return `${name}=${hidden}`;
  const plain = unescaped(value);
  const masked = maskText(plain);
  if (masked === plain) return `${name}=${value}`;
  return `${name}=${masked.replace(/[^\w .•-]/gu, encodeURIComponent)}`;
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
  const bytes = Buffer.from(text.replaceAll('+', ' '), 'utf8').toString('latin1');
  const decoded = bytes.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return readText(Buffer.from(decoded, 'latin1'));
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
