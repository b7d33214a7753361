import { headers } from 'next/headers';
import { cache } from 'react';
import { acceptedLocale } from '#domain/language';
import { publicApi } from '#server/api/caller';
import { trackingWords } from '#server/tracking/words/tracking-words';

/** The shop as customers see it before they have told their order. Read once for a page. */
export const shopFace = cache(async () => (await publicApi()).tracking.shop());

/** What is said to somebody of whom only the browser's languages are known. */
export async function visitorWords() {
  const [given, { language }] = await Promise.all([headers(), shopFace()]);
  return trackingWords(acceptedLocale(given.get('accept-language'), language));
}
