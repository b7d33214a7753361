import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Actor } from '#domain/vocabulary';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { viewOrder } from '#server/orders/view-order';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext } from '#server/staff/fresh-context';
import { putPaymentAccount } from './put-payment-account';
import { receiveCallback } from './receive-callback';

const actor: Actor = { kind: 'staff', id: 'maria', name: 'Maria' };
const secret = 'a shared secret';
const config = {
  signatureHeader: 'x-signature',
  fields: {
    eventId: 'id',
    status: 'state',
    amount: 'total',
    currency: 'cur',
    orderNumber: 'order',
    transactionId: 'tx',
  },
  statusMap: { PAID: 'approved', BACK: 'refunded' },
};

/** What is refunded in the end after a payment of 30 and refunds that say 10 and then 20. */
async function refundedBy(refundAmount: 'own' | 'total' | undefined) {
  const ctx = await freshContext();
  const input = {
    ...({ gateway: 'generic-hmac', name: 'Cards', enabled: true, live: true } as const),
    secrets: { secret },
    config: refundAmount === undefined ? config : { ...config, refundAmount },
  };
  await putPaymentAccount(ctx, { slug: 'cards', input });
  const { order } = await placeOrder(ctx, {
    input: PlaceOrder.parse({
      number: 'SO-1',
      currency: 'USD',
      customer: { email: 'ada@example.com', name: 'Ada' },
      lines: [{ sku: 'POT', name: 'Pot', unitPrice: 3000, quantity: 1 }],
    }),
    ...{ actor, shop },
  });
  for (const [id, state, total] of [
    ['m1', 'PAID', 3000],
    ['m2', 'BACK', 1000],
    ['m3', 'BACK', 2000],
  ]) {
    const body = JSON.stringify({ id, state, total, cur: 'USD', order: order.number, tx: 'T-1' });
    const signature = createHmac('sha256', secret).update(body).digest('hex');
    const message = { body: Buffer.from(body), headers: { 'x-signature': signature } };
    await receiveCallback(ctx, { slug: 'cards', message, isTooLarge: false });
  }
  const found = await readOrder(ctx.db, { number: order.number });
  return found && viewOrder(found, '').totals.refunded;
}

test('refunds add up where each tells its own amount, as is usual', async () => {
  expect([await refundedBy(undefined), await refundedBy('own')]).toEqual([3000, 3000]);
});

test('a refund that tells all refunds so far replaces what the one before told', async () => {
  expect(await refundedBy('total')).toBe(2000);
});
