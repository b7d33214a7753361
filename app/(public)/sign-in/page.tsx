import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Card } from '#app/_ui/card';
import { PublicShell } from '#app/_ui/public-shell';
import { currentSession } from '#server/api/caller';
import { ownPath } from '#server/staff/own-path';
import { faultOf } from './sign-in-faults';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: 'Sign in' };

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export default async function SignInPage({ searchParams }: Props) {
  const [{ caller, shop }, { callbackUrl, error }] = await Promise.all([
    currentSession(),
    searchParams,
  ]);
  const goesOnTo = ownPath(first(callbackUrl));
  if (shop === null) redirect('/setup');
  if (caller !== null) redirect(goesOnTo);
  return (
    <PublicShell
      shopName={shop.name}
      width="form"
      footer={<p>Forgot your password? Whoever runs the server can give you a new one.</p>}
    >
      <Card>
        <h1 className="mb-4 font-semibold text-xl tracking-tight">Sign in</h1>
        <SignInForm callbackUrl={goesOnTo} fault={faultOf(first(error))} />
      </Card>
    </PublicShell>
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
