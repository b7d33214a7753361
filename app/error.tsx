'use client';

import { TryAgainPage } from './_ui/try-again-page';

type Props = Readonly<{ error: unknown; retry: () => void }>;

export default function ErrorPage({ error, retry }: Props) {
  return <TryAgainPage error={error} retry={retry} />;
}
