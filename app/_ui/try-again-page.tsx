import { buttonLook } from './button-look';
import { PlainPage } from './plain-page';

type Props = Readonly<{
  /** Tells this failure from others in the server's log. */
  digest: string | undefined;
  retry: () => void;
}>;

export function TryAgainPage({ digest, retry }: Props) {
  return (
    <PlainPage
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
        {digest ? (
          <>
            {' '}
            and give them this mark: <code className="select-all font-mono text-ink">{digest}</code>
          </>
        ) : null}
        .
      </p>
    </PlainPage>
  );
}
