import type { Claim } from './gateways/gateway';

/** The columns of the inbox that say what a claim says of a payment; its order may be another one. */
export function claimColumns({ amountMinor, currency, transactionId, authorizationCode }: Claim) {
  return { amountMinor, currency, transactionId, authorizationCode };
}
