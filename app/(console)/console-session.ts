import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { cache } from 'react';
import { currentSession } from '#server/api/caller';
import { processContext } from '#server/context';
import { touchSession } from '#server/staff/authenticate';

/**
 * Whose page this is, with the shop and the counts: the one round trip that every page shares with
 * its layout. Null where nobody is signed in. Sends whoever comes before the set-up to it.
 */
export const readConsoleSession = cache(async () => {
  const { caller, shop, counts, isTouchDue } = await currentSession();
  if (shop === null) redirect('/setup');
  if (caller === null) return null;
  const ctx = await processContext();
  const { sessionId } = caller;
  if (isTouchDue && sessionId !== null) after(() => touchSession(ctx, sessionId));
  return { caller, shop, counts, nowMs: ctx.now() };
});

/** For pages: a session may have ended since the layout was made. `path` is where to come back to. */
export async function consoleSession(path: string) {
  const session = await readConsoleSession();
  return session ?? redirect(`/sign-in?callbackUrl=${encodeURIComponent(path)}`);
}
