'use client';

import { TryAgainPage } from './_ui/try-again-page';

type Props = Readonly<{ error: Error & { digest?: string }; retry: () => void }>;

export default function ErrorPage({ error, retry }: Props) {
  return <TryAgainPage digest={error.digest} retry={retry} />;
}
