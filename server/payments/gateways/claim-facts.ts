import type { Claim } from './gateway';

/** What a message says of a payment beside how it went. */
export type ClaimFacts = Pick<
  Claim,
  'orderNumber' | 'amountMinor' | 'currency' | 'transactionId' | 'authorizationCode'
>;

/** Of a message that says nothing of one. */
export const noFacts: ClaimFacts = {
  orderNumber: null,
  amountMinor: null,
  currency: null,
  transactionId: null,
  authorizationCode: null,
};
