const nowhere = 'http://own.invalid';

/**
 * Where to go on after signing in: a path of this site, or `/orders` for anything else. Parsed as
 * browsers do, which take `/\shop.example` and `/.//shop.example` for other sites.
 */
export function ownPath(wanted: string | null | undefined): string {
  if (!wanted || !URL.canParse(wanted, nowhere)) return home;
  const { origin, pathname, search } = new URL(wanted, nowhere);
  if (origin !== nowhere || pathname.startsWith('//') || !wanted.startsWith('/')) return home;
  return doors.test(pathname) ? home : pathname + search;
}

const home = '/orders';

// Going on to the door one has just come through, or to an address that answers programs, is no use.
const doors = /^\/($|sign-in(\/|$)|setup(\/|$)|api(\/|$))/;
