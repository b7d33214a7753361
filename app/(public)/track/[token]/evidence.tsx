import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { Codes } from './codes';
import { Files } from './files';
import { Parcels } from './parcels';
import { Payment } from './payment';

type Props = Readonly<{ page: TrackingPage; token: string }>;

/** Below the holes: what the answer rests on, and what there is to do about it. */
export function Evidence({ page, token }: Props) {
  return (
    <div className="grid gap-7 py-1">
      <Codes page={page} token={token} />
      <Files page={page} />
      <Parcels page={page} />
      <Payment page={page} />
    </div>
  );
}
