/**
 * Whom a request comes from, as far as can be known: on workerd what Cloudflare says, elsewhere the
 * last entry of X-Forwarded-For, which the proxy nearest to us wrote; the entries before it are the
 * client's own claim. Where there is no proxy, Next keeps what the client wrote: a shop that is
 * reached from outside belongs behind one. Of an IPv6 address the first four groups, since one
 * household has them all. `unknown` where nothing fits.
 */
export function clientAddress(
  headers: Readonly<{ get(name: string): string | null }>,
  isOnWorkerd = globalThis.navigator?.userAgent === 'Cloudflare-Workers',
): string {
  const forwarded = headers.get('x-forwarded-for')?.split(',').at(-1);
  const said = isOnWorkerd ? headers.get('cf-connecting-ip') : null;
  const address = (said ?? forwarded ?? '').trim().toLowerCase();
  const ipv4 = /^(?:::ffff:)?(\d{1,3}(?:\.\d{1,3}){3})(?::\d+)?$/.exec(address)?.[1];
  return ipv4 ?? ipv6Network(address) ?? 'unknown';
}

function ipv6Network(address: string): string | null {
  const host = address.replace(/^\[|\](:\d+)?$/g, '');
  if (!URL.canParse(`http://[${host}]`)) return null;
  const [head = '', tail] = new URL(`http://[${host}]`).hostname.slice(1, -1).split('::');
  const before = groups(head);
  const after = groups(tail ?? '');
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return `${[...before, ...zeros, ...after].slice(0, 4).join(':')}::/64`;
}

function groups(text: string): readonly string[] {
  return text === '' ? [] : text.split(':');
}
