import { sameSitePath } from '#server/same-site-path';

/** Where to go on after signing in: a path of this site, or `/orders` for anything else. */
export function ownPath(wanted: string | null | undefined): string {
  const path = sameSitePath(wanted);
  return path === null || doors.test(path.pathname) ? home : path.pathname + path.search;
}

const home = '/orders';

// Going on to the door one has just come through, or to an address that answers programs, is no use.
const doors = /^\/($|sign-in(\/|$)|setup(\/|$)|api(\/|$))/;
