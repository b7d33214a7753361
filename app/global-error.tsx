'use client';

import { TryAgainPage } from './_ui/try-again-page';
import './globals.css';

type Props = Readonly<{ error: unknown; retry: () => void }>;

export default function GlobalErrorPage({ error, retry }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Counterfoil</title>
        <TryAgainPage error={error} retry={retry} />
      </body>
    </html>
  );
}
