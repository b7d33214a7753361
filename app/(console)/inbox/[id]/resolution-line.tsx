import { Moment } from '#app/_ui/moment';
import type { CallbackPage } from '#server/payments/read-callback-page';
import { resolvedWords } from '../resolution-words';

type Props = Readonly<{ page: CallbackPage; nowMs: number; timeZone: string }>;

/** Who settled it, when, and why. */
export function ResolutionLine({ page: { callback, handling }, ...clock }: Props) {
  const { resolution } = callback;
  if (resolution === null || handling.resolvedAt === null) return null;
  const { actor, action, reason } = resolution;
  return (
    <>
      <bdi className="font-medium text-ink">{actor.name}</bdi> {resolvedWords[action]},{' '}
      <Moment at={handling.resolvedAt} {...clock} />.
      {reason === null ? null : (
        <>
          {' '}
          <q className="wrap-anywhere">{reason}</q>
        </>
      )}
    </>
  );
}
