import { expect, test } from 'vitest';
import { PlaceOrder } from '#server/orders/order-input';
import { placeOrder } from '#server/orders/place-order';
import { readOrder } from '#server/orders/read-order';
import { viewOrder } from '#server/orders/view-order';
import { defaultShop as shop } from '#server/settings/shop-settings';
import { freshContext } from '#server/staff/fresh-context';
import { accountWith } from './gateways/account.test-data';
import type { SampleTold } from './gateways/samples/sample';
import { twocheckoutIpn } from './gateways/samples/twocheckout-ipn';
import { putPaymentAccount } from './put-payment-account';
import { receiveCallback } from './receive-callback';

test('a refund that 2Checkout tells again under another date is counted once', async () => {
  const ctx = await freshContext();
  const [slug, secrets] = ['2checkout', { secretKey: 'AABBCCDDEEFF' }];
  const account = { name: '2Checkout', enabled: true, live: true };
  await putPaymentAccount(ctx, {
    slug,
    input: { ...account, gateway: 'twocheckout-ipn', currency: 'USD', secrets },
  });
  const lines = [{ sku: 'POT', name: 'Pot', quantity: 1, unitPrice: 5990 }];
  const customer = { email: 'ada@example.com', name: 'Ada' };
  const { order } = await placeOrder(ctx, {
    input: PlaceOrder.parse({ currency: 'USD', customer, lines }),
    actor: { kind: 'staff', id: 'maria', name: 'Maria' },
    shop,
  });
  const tell = async (told: Pick<SampleTold, 'status' | 'amountMinor'>, minutes: number) => {
    const atMs = ctx.clock.at + minutes * 60_000;
    const sample = { orderNumber: order.number, transactionId: '12345', authorizationCode: '' };
    const message = twocheckoutIpn(
      { ...sample, ...told, currency: 'USD', eventId: '', atMs },
      accountWith(secrets),
    );
    return message && receiveCallback(ctx, { slug, message, isTooLarge: false });
  };
  const refundedMinor = async () => {
    const found = await readOrder(ctx.db, { number: order.number });
    return found && viewOrder(found, '').totals.refunded;
  };

  await tell({ status: 'approved', amountMinor: 5990 }, 0);
  await tell({ status: 'refunded', amountMinor: 1000 }, 1);
  await tell({ status: 'refunded', amountMinor: 1000 }, 2);
  expect(await refundedMinor()).toBe(1000);
  await tell({ status: 'refunded', amountMinor: 5990 }, 3);
  expect(await refundedMinor()).toBe(5990);
});
