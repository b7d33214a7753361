import { sameSitePath } from '#server/same-site-path';

/**
 * Where a customer goes on after signing in: a page of their own or of an order, or `/my` for
 * anything else.
 */
export function customerPath(wanted: string | null | undefined): string {
  const path = sameSitePath(wanted);
  return path !== null && pages.test(path.pathname) ? path.pathname + path.search : '/my';
}

// No page of the door itself, and nothing that answers programs.
const pages = /^\/(my(\/(?!sign-in(\/|$)|sign-out(\/|$))[\w-]+)?|track\/[\w-]+)$/;
