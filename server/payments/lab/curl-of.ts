import type { SignedMessage } from '../gateways/gateway';

/** A `curl` command for a shell that sends the message to an address, byte for byte. */
export function curlOf(url: string, { body, headers }: SignedMessage): string {
  const given = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`);
  const text = Buffer.from(body).toString('utf8');
  return ['curl -i', ...given, `--data-binary ${quoted(text)}`, quoted(url)].join(' \\\n  ');
}

/** Within single quotes a shell takes everything as it is but a single quote. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
