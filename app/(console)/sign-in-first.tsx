'use client';

import { redirect, usePathname, useSearchParams } from 'next/navigation';

/** Only a client component knows the address; on the server it answers with a redirect as well. */
export function SignInFirst(): never {
  const path = usePathname();
  const search = useSearchParams().toString();
  const callbackUrl = search === '' ? path : `${path}?${search}`;
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(callbackUrl)}`);
}
