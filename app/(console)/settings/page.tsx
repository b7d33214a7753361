import { redirect } from 'next/navigation';
import { settingsOnly } from './settings-only';

export default async function SettingsPage() {
  await settingsOnly();
  redirect('/settings/shop');
}
