import { buttonLook } from './button-look';
import { PlainPage } from './plain-page';

type Props = Readonly<{ error: unknown; retry: () => void; inShell?: boolean | undefined }>;

/** Shown by error.tsx files. The mark tells this failure from others in the server's log. */
export function TryAgainPage({ error, retry, inShell }: Props) {
  const mark = markOf(error);
  return (
    <PlainPage
      inShell={inShell}
      title="This page could not be shown"
      actions={
        <>
          <button type="button" className={buttonLook('primary', 'normal')} onClick={() => retry()}>
            Try again
          </button>
          <a href="/" className={buttonLook('secondary', 'normal')}>
            Go to the start
          </a>
        </>
      }
    >
      <p>
        Nothing you saved is lost. Try again in a moment. If it keeps happening, tell whoever looks
        after this shop’s server
        {mark ? (
          <>
            {' '}
            and give them this mark: <code className="select-all font-mono text-ink">{mark}</code>
          </>
        ) : null}
        .
      </p>
    </PlainPage>
  );
}

function markOf(error: unknown): string | null {
  const isMarked = error instanceof Error && 'digest' in error && typeof error.digest === 'string';
  return isMarked ? String(error.digest) : null;
}
