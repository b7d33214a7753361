import { TRPCError } from '@trpc/server';
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { publicApi } from '#server/api/caller';
import type { Api } from '#server/api/root';
import type { MyFrame } from '#server/my/my-frame';
import { type TrackingSay, trackingWords } from '#server/tracking/words/tracking-words';

type Read = Pick<MyFrame, 'isTouchDue'>;

/** What a customer's own page shows; whoever is not signed in goes to the door and comes back. */
export async function ownPage<Page extends Read>(
  path: string,
  read: (door: Api['door']) => Promise<Page>,
): Promise<Page> {
  const { door } = await publicApi();
  try {
    const page = await read(door);
    if (page.isTouchDue) after(() => door.touch());
    return page;
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    if (error.code === 'UNAUTHORIZED') redirect(`/my/sign-in?from=${encodeURIComponent(path)}`);
    // A cursor of another list: the list begins anew.
    if (error.code === 'BAD_REQUEST') redirect(path);
    throw error;
  }
}

type SearchParams = Promise<Readonly<Record<string, string | string[] | undefined>>>;

/** Which part of a list the address asks for. */
export async function cursorIn(searchParams: SearchParams): Promise<string | undefined> {
  const { cursor } = await searchParams;
  return typeof cursor === 'string' ? cursor.slice(0, 1000) : undefined;
}

/** What a page is called, in the words of its customer. */
export function ownTitle(
  { locale, shop }: MyFrame,
  titleOf: (say: TrackingSay) => string,
): Metadata {
  return { title: { absolute: `${titleOf(trackingWords(locale).say)} · ${shop.name}` } };
}
