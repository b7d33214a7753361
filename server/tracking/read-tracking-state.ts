import type { Context } from '#server/context';
import { readTrackingPage, type TrackingPageAsked } from './read-tracking-page';

/**
 * The digest of the page behind a token, for a browser that has it open and asks whether it still
 * says the truth; null where there is no page. Marks nothing and opens no code. One round trip.
 */
export async function readTrackingState(
  ctx: Context,
  asked: Omit<TrackingPageAsked, 'looks'>,
): Promise<string | null> {
  const page = await readTrackingPage(ctx, { ...asked, looks: [] });
  return page?.digest ?? null;
}
