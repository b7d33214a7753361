/**
 * The answer to a form of another site, or null for one of ours. Browsers say where a request comes
 * from; programs that say nothing have no cookie of anybody's to misuse.
 */
export function refuseCrossSite({ headers }: Request): Response | null {
  const site = headers.get('sec-fetch-site');
  if (site === null || site === 'same-origin' || site === 'none') return null;
  return new Response('This form belongs to another site.\n', { status: 403 });
}
