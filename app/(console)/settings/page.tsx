import { redirect } from 'next/navigation';
import { currentSession } from '#server/api/caller';

export default async function SettingsPage() {
  const { caller } = await currentSession();
  redirect(caller?.scopes.has('settings:read') ? '/settings/shop' : '/settings/sessions');
}
