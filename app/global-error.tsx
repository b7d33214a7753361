'use client';

import { TryAgainPage } from './_ui/try-again-page';
import './globals.css';

type Props = Readonly<{ error: Error & { digest?: string }; retry: () => void }>;

export default function GlobalErrorPage({ error, retry }: Props) {
  return (
    <html lang="en">
      <body>
        <title>Counterfoil</title>
        <TryAgainPage digest={error.digest} retry={retry} />
      </body>
    </html>
  );
}
