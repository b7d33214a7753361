import { notFound, redirect } from 'next/navigation';
import { readPage } from './read-page';

/**
 * The order behind a link, for its signed-in customer; whoever only has the link is sent to the
 * tracking page, which says how to sign in.
 */
export async function readOwnPage(token: string) {
  const behind = await readPage(token);
  if (behind === null) notFound();
  if ('link' in behind) redirect(trackHref(token));
  const { page } = behind;
  const { own } = page;
  if (own === null) redirect(trackHref(token));
  return { page, own };
}

export function trackHref(token: string, below = ''): string {
  return `/track/${encodeURIComponent(token)}${below}`;
}
