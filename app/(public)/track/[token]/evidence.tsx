import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { Codes } from './codes';
import { Files } from './files';
import { HowToPay, isPaidByHand } from './how-to-pay';
import { MoneyBack } from './money-back';
import { Parcels } from './parcels';
import { PayAgain } from './pay-again';

type Props = Readonly<{ page: TrackingPage; token: string }>;

/** Below the holes: what the answer rests on, and what there is to do about it. */
export function Evidence({ page, token }: Props) {
  return (
    <div className="grid grid-cols-1 gap-7 py-1">
      <MoneyBack page={page} />
      <HowToPay page={page} />
      <PayAgain page={page} token={token} />
      <Parcels page={page} />
      <Codes page={page} token={token} />
      <Files page={page} token={token} />
    </div>
  );
}

/** Whether the answer needs nothing more than the sum of the order below it. */
export function isSaidAll(page: TrackingPage): boolean {
  const { codes, files, shipments, payAgain, moneyBack } = page;
  if (payAgain !== null || moneyBack.length > 0) return false;
  return !isPaidByHand(page) && codes.length + files.length + shipments.length === 0;
}
