import { claimColumns } from './claim-columns';
import type { Claim, Unconfirmed } from './gateways/gateway';

const minuteMs = 60_000;

/** How long after each try the gateway is asked again, in ms; about two days in all. */
const askDelays = [1, 2, 5, 15, 30, 60, 120, 240, 480, 960, 960].map(
  (minutes) => minutes * minuteMs,
);

type Kept = Readonly<{ sealed: string | null }>;

/**
 * The columns of a claim that the gateway has yet to confirm, after it was asked `asked` times. It
 * holds no event key: what is not proved must not stand in the way of what is.
 */
export function unconfirmedColumns(
  claim: Claim,
  { reason, isAskedAgain }: Unconfirmed,
  { sealed }: Kept,
  at: number,
  asked = 1,
) {
  const delay = isAskedAgain && sealed !== null ? askDelays[asked - 1] : undefined;
  return {
    ...{ claim, ...claimColumns(claim), orderNumber: claim.orderNumber, sealed },
    ...{ verdict: 'held' as const, reason, asked, askAt: delay === undefined ? null : at + delay },
  };
}
