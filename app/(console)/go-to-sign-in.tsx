'use client';

import { redirect, usePathname, useSearchParams } from 'next/navigation';

/** A layout is not told its own address; a client component is, and on the server too. */
export function GoToSignIn(): never {
  const query = useSearchParams().toString();
  const here = usePathname() + (query === '' ? '' : `?${query}`);
  redirect(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
}
