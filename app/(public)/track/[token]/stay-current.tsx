'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { watchState } from './watch-state';

type Props = Readonly<{
  /** Of what this page says. */
  digest: string;
  /** Where the digest of what it would say now is found. */
  url: string;
  /** "Brought up to date at 14:05", of the moment when this page was made. */
  words: string;
}>;

/** Brings an open page up to date by itself, and says so. What is open or typed on it stays. */
export function StayCurrent({ digest, url, words }: Props) {
  const router = useRouter();
  const [firstDigest] = useState(digest);
  useEffect(() => watchState(url, digest, () => router.refresh()), [url, digest, router]);
  return (
    <p role="status" className="text-ink-soft text-sm print:hidden">
      {digest === firstDigest ? null : words}
    </p>
  );
}
