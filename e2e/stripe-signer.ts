import { randomBytes } from 'node:crypto';
import Stripe from 'stripe';

type Charged = Readonly<{ number: string; totals: { grand: number }; currency: string }>;

export type SignedPost = Readonly<{ body: string; headers: Readonly<Record<string, string>> }>;

const stripe = new Stripe('sk_test_of_the_journeys');

/** A `charge.succeeded` event of an order, signed by Stripe's own SDK. */
export function signedCharge(order: Charged, secret: string): SignedPost {
  const id = randomBytes(8).toString('hex');
  const charge = {
    id: `ch_${id}`,
    object: 'charge',
    amount: order.totals.grand,
    amount_captured: order.totals.grand,
    amount_refunded: 0,
    captured: true,
    refunded: false,
    currency: order.currency.toLowerCase(),
    payment_intent: `pi_${id}`,
    metadata: { order_number: order.number },
    payment_method_details: { type: 'card', card: { authorization_code: '123456' } },
  };
  const payload = JSON.stringify({
    id: `evt_${id}`,
    object: 'event',
    type: 'charge.succeeded',
    livemode: true,
    data: { object: charge },
  });
  const header = stripe.webhooks.generateTestHeaderString({ payload, secret });
  return {
    body: payload,
    headers: { 'content-type': 'application/json', 'stripe-signature': header },
  };
}

/** Delivers a message to the callback address of an account. */
export function deliver(url: string, slug: string, { body, headers }: SignedPost) {
  return fetch(`${url}/api/silent-response/${slug}`, { method: 'POST', headers, body });
}
