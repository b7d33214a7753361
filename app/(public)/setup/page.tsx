import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { PublicShell } from '#app/_ui/public-shell';
import { currentSession } from '#server/api/caller';
import { guessCurrency } from '#server/settings/guess-currency';
import { currencyChoices, timeZoneChoices } from '#server/settings/shop-choices';
import { SetupForm } from './setup-form';

export const metadata: Metadata = { title: 'Set up your shop' };

export default async function SetupPage() {
  const language = (await headers()).get('accept-language') ?? '';
  const { shop } = await currentSession();
  if (shop !== null) redirect('/orders');
  return (
    <PublicShell
      shopName="Counterfoil"
      width="form"
      footer={<p>You can change the shop’s settings later.</p>}
    >
      <h1 className="font-semibold text-2xl tracking-tight">Set up your shop</h1>
      <p className="mt-1 mb-5 text-ink-soft">
        Two minutes, and orders can come in. This page closes for good once you are done.
      </p>
      <SetupForm
        currencies={currencyChoices()}
        timeZones={timeZoneChoices()}
        currency={guessCurrency(language)}
      />
    </PublicShell>
  );
}
