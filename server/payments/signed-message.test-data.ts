import { createHmac } from 'node:crypto';
import type { SignedMessage } from './gateways/gateway';

export const webhookSecret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

/** An account that takes what `signedMessage` signs. */
export const signedAccount = {
  gateway: 'standard-webhooks',
  name: 'Cards',
  enabled: true,
  live: true,
  secrets: { secret: webhookSecret },
} as const;

type Told = Readonly<{
  type?: string;
  id: string;
  order: string | null;
  amountMinor: number;
  currency?: string;
  transactionId?: string;
  authorizationCode?: string | null;
  atMs: number;
}>;

/** A Standard Webhooks message as a gateway would sign it. */
export function signedMessage(told: Told): SignedMessage {
  const seconds = Math.floor(told.atMs / 1000);
  const body = JSON.stringify({
    type: told.type ?? 'payment.paid',
    timestamp: new Date(told.atMs).toISOString(),
    data: {
      ...(told.order !== null && { order_number: told.order }),
      amount_minor: told.amountMinor,
      currency: told.currency ?? 'USD',
      transaction_id: told.transactionId ?? `TX-${told.id}`,
      authorization_code: told.authorizationCode === undefined ? 'A1B2C3' : told.authorizationCode,
    },
  });
  const key = Buffer.from(webhookSecret.slice('whsec_'.length), 'base64');
  const mac = createHmac('sha256', key).update(`${told.id}.${seconds}.${body}`).digest('base64');
  return {
    body: Buffer.from(body),
    headers: {
      'content-type': 'application/json',
      'webhook-id': told.id,
      'webhook-timestamp': String(seconds),
      'webhook-signature': `v1,${mac}`,
    },
  };
}
