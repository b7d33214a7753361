import type { Claim, ClaimStatus, Trust } from '#domain/claim';

/** What the gateway said in its message, in words. */
export function claimWords({ status, captured, partial, test }: Claim): string {
  const words = [
    statusWords[status],
    ...(status === 'approved' && captured === true ? ['captured'] : []),
    ...(status === 'approved' && captured === false ? ['not captured yet'] : []),
    ...(partial ? ['in part'] : []),
    ...(test ? ['a test'] : []),
  ];
  return words.join(', ');
}

const statusWords = {
  approved: 'Approved',
  declined: 'Declined',
  held: 'Held for review',
  pending: 'Not decided yet',
  cancelled: 'Called off',
  expired: 'Time to pay ran out',
  refunded: 'Refunded',
  chargeback: 'Charged back',
  chargeback_reversed: 'Charge back taken back',
  error: 'An error at the gateway',
  ignored: 'Nothing about a payment',
} as const satisfies Record<ClaimStatus, string>;

/** How far the message is proved. */
export const trustWords = {
  full: 'Signed in full',
  partial: 'Signed in part only',
  fetchback: 'Asked back at the gateway',
  none: 'Not signed',
} as const satisfies Record<Trust, string>;
