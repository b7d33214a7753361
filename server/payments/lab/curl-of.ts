import type { SignedMessage } from '../gateways/gateway';
import { isSecretField } from '../is-secret-field';

/**
 * A `curl` command for a shell that sends the message to an address, byte for byte. A password that
 * stands in a form as it is has to be put in by whoever sends it.
 */
export function curlOf(url: string, { body, headers }: SignedMessage): string {
  const given = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const text = withoutPasswords(Buffer.from(body).toString('utf8'), headers);
  return ['curl -i', ...given, `--data-binary ${quoted(text)}`, quoted(url)].join(' \\\n  ');
}

function withoutPasswords(
  text: string,
  { 'content-type': type }: SignedMessage['headers'],
): string {
  if (!type?.startsWith('application/x-www-form-urlencoded')) return text;
  const nameOf = (pair: string) => pair.slice(0, pair.indexOf('='));
  return text
    .split('&')
    .map((pair) => (isSecretField([nameOf(pair)]) ? `${nameOf(pair)}=YOUR_PASSWORD` : pair))
    .join('&');
}

/** Within single quotes a shell takes everything as it is but a single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
