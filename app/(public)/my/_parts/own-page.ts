import { TRPCError } from '@trpc/server';
import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { publicApi } from '#server/api/caller';
import type { Api } from '#server/api/root';

type Read = Readonly<{ isTouchDue: boolean }>;

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

export async function cursorIn(searchParams: SearchParams) {
  const { cursor } = await searchParams;
  return typeof cursor === 'string' ? { cursor: cursor.slice(0, 1000) } : {};
}
