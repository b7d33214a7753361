'use client';

import { TryAgainPage } from '#app/_ui/try-again-page';

type Props = Readonly<{ error: unknown; retry: () => void }>;

export default function ConsoleErrorPage({ error, retry }: Props) {
  return <TryAgainPage error={error} retry={retry} inShell />;
}
