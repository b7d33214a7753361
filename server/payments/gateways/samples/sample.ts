import type { Currency } from '#domain/currency';
import type { GatewayAccount, SignedMessage } from '../gateway';

/** What a sample message is to say about a payment; amounts in minor units, `atMs` in ms UTC. */
export type SampleTold = Readonly<{
  status: 'approved' | 'refunded';
  orderNumber: string;
  amountMinor: number;
  currency: Currency;
  transactionId: string;
  authorizationCode: string;
  /** Told apart from other messages by it. */
  eventId: string;
  atMs: number;
}>;

/**
 * A message as the gateway itself would send it, signed with the first secret of the account; null
 * where the account lacks what it takes, or the gateway sends no message that tells this. A test or
 * a real payment, as the account takes, where messages say so.
 */
export type SignSample = (told: SampleTold, account: GatewayAccount) => SignedMessage | null;

/** A body as one message. */
export function messageOf(
  contentType: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): SignedMessage {
  return { body: Buffer.from(body, 'utf8'), headers: { 'content-type': contentType, ...headers } };
}

/** Fields as the body of a form, every byte escaped that has to be. */
export function formOf(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
}
