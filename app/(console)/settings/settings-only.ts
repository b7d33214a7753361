import { redirect } from 'next/navigation';
import { currentSession } from '#server/api/caller';

/** Leads staff who may not see the settings to the part that is theirs. Costs no round trip. */
export async function settingsOnly(): Promise<void> {
  const { caller } = await currentSession();
  if (caller !== null && !caller.scopes.has('settings:read')) redirect('/settings/sessions');
}
