import type { Metadata } from 'next';
import { api } from '#server/api/caller';
import { currencyChoices, languageChoices, timeZoneChoices } from '#server/settings/shop-choices';
import { settingsOnly } from '../settings-only';
import { ShopForm } from './shop-form';

export const metadata: Metadata = { title: 'Shop settings' };

export default async function ShopSettingsPage() {
  await settingsOnly();
  const { settings } = await api();
  const { nextNumber, callbackDays, downloadsMax, downloadDays, ...saved } = await settings.shop();
  return (
    <ShopForm
      saved={{
        ...saved,
        nextNumber: String(nextNumber),
        callbackDays: String(callbackDays),
        downloadsMax: String(downloadsMax),
        downloadDays: downloadDays === null ? '' : String(downloadDays),
      }}
      currencies={currencyChoices()}
      timeZones={timeZoneChoices()}
      languages={languageChoices()}
      nextOrder={`${saved.numberPrefix}${nextNumber}`}
    />
  );
}
