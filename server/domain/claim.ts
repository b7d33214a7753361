/**
 * How far a claim is proved. `full`: every fact used is under the signature. `partial`: some are
 * not, so the gateway must be asked before an order is paid. `fetchback`: the facts are the
 * gateway's answer to our own question. `none`: nothing is proved.
 */
export type Trust = 'full' | 'partial' | 'fetchback' | 'none';

export type ClaimStatus =
  | 'approved'
  | 'declined'
  | 'held'
  | 'pending'
  | 'cancelled'
  | 'expired'
  | 'refunded'
  | 'chargeback'
  | 'chargeback_reversed'
  | 'error'
  | 'ignored';

/**
 * What a gateway says about a payment. `amountMinor` is in minor units of `currency` (ISO 4217).
 * A refund carries what the gateway tells, by gateway the sum so far or its own amount, negative
 * where the gateway writes it so; `partial` says whether less than the payment was refunded.
 * `captured: false` means authorised only: no money yet; null means the message does not say. `eventKey` is the same for every delivery of one message, and for nothing else.
 */
export type Claim = Readonly<{
  trust: Trust;
  eventKey: string;
  eventId: string | null;
  orderNumber: string | null;
  amountMinor: number | null;
  currency: string | null;
  transactionId: string | null;
  authorizationCode: string | null;
  status: ClaimStatus;
  captured: boolean | null;
  partial?: boolean;
  test: boolean | null;
  /** The payment that a refund or a charge back with an id of its own is about. */
  parentTransactionId?: string | null;
  payerName?: string | null;
}>;
