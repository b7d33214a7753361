const nowhere = 'http://own.invalid';

/**
 * A path of this site, or null for anything else. Parsed as browsers do, which take
 * `/\shop.example` and `/.//shop.example` for other sites.
 */
export function sameSitePath(
  wanted: string | null | undefined,
): Readonly<{ pathname: string; search: string }> | null {
  if (!wanted || !URL.canParse(wanted, nowhere)) return null;
  const { origin, pathname, search } = new URL(wanted, nowhere);
  const isOurs = origin === nowhere && !pathname.startsWith('//') && wanted.startsWith('/');
  return isOurs ? { pathname, search } : null;
}
