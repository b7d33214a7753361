import { cache } from 'react';
import { publicApi } from '#server/api/caller';
import type { ReplacedLink } from '#server/tracking/read-replaced-link';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { shownLooks } from '../shown-looks';

/** What is behind a link: the page of an order, or that there is a newer link to it. */
type Found = Readonly<{ page: TrackingPage }> | Readonly<{ link: ReplacedLink }>;

/** Read once for the layout, the title and the page; null where nothing is behind the link. */
export const readPage = cache(async (token: string): Promise<Found | null> => {
  if (token.length > tokenLengthMax) return null;
  const [api, looks] = await Promise.all([publicApi(), shownLooks()]);
  const page = await api.tracking.page({ token, looks: [...looks] });
  if (page !== 'replaced') return page && { page };
  const link = await api.tracking.replacedLink({ token });
  return link && { link };
});

const tokenLengthMax = 100;
