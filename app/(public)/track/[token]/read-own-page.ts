import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { publicApi } from '#server/api/caller';

/**
 * The order behind a link, for its signed-in customer; whoever only has the link is sent to the
 * tracking page, which says how to sign in. Read once for the title and the page.
 */
export const readOwnPage = cache(async (token: string) => {
  const { tracking } = await publicApi();
  const page = token.length > tokenLengthMax ? null : await tracking.page({ token, looks: [] });
  if (page === null) notFound();
  const { own } = page;
  if (own === null) redirect(trackHref(token));
  return { page, own };
});

export function trackHref(token: string, below = ''): string {
  return `/track/${encodeURIComponent(token)}${below}`;
}

const tokenLengthMax = 100;
