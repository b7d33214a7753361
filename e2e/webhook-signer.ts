import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { SignedPost } from './stripe-signer';

type Told = Readonly<{
  order: string;
  amountMinor: number;
  currency?: string;
  type?: 'payment.paid' | 'payment.refunded';
}>;

/** A Standard Webhooks message about a payment, signed by the official SDK. */
export function signedWebhook(told: Told, secret: string): SignedPost {
  const { order, amountMinor, currency = 'USD', type = 'payment.paid' } = told;
  const id = randomBytes(8).toString('hex');
  const at = new Date();
  const data = {
    ...{ order_number: order, amount_minor: amountMinor, currency },
    transaction_id: `TX-${id}`,
  };
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data });
  return {
    body,
    headers: {
      'content-type': 'application/json',
      'webhook-id': `evt-${id}`,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': new Webhook(secret).sign(`evt-${id}`, at, body),
    },
  };
}
