import { describe, expect, test } from 'vitest';
import type { Currency } from '#domain/currency';
import { accountWith, cameIn } from '../account.test-data';
import type { Claim, GatewayAccount } from '../gateway';
import { findGateway } from '../registry';
import type { SampleTold } from './sample';
import { type SampleAccount, sampleAccounts } from './sample-accounts.test-data';
import { findSigner } from './sample-signers';

const atMs = Date.UTC(2026, 10, 23, 9);

const paid: SampleTold = {
  status: 'approved',
  orderNumber: 'SO-2026-000123',
  amountMinor: 5990,
  currency: 'USD',
  transactionId: 'lab0123456789ab',
  authorizationCode: 'LAB123',
  eventId: '0123456789abapproved',
  atMs,
};
const refunded: SampleTold = { ...paid, status: 'refunded', eventId: '0123456789abrefunded' };

function accountOf(name: keyof typeof sampleAccounts, live = true): GatewayAccount {
  const { secrets, config = null, currency }: SampleAccount = sampleAccounts[name];
  return accountWith(secrets, { config, currency: currency ?? null, live });
}

async function claimOf(
  name: keyof typeof sampleAccounts,
  told: SampleTold,
  live = true,
): Promise<Claim | null> {
  const { gateway } = sampleAccounts[name];
  const account = accountOf(name, live);
  const message = findSigner(gateway)?.(told, account) ?? null;
  if (message === null) return null;
  const verification = await findGateway(gateway)?.verify(message, account, cameIn(atMs));
  if (!verification?.verified) throw new Error(verification?.reason);
  return verification.claims[0];
}

const both = [false, true];

/** What a real payment and a test say of themselves, where they say anything. */
const tellsTest: Readonly<Partial<Record<keyof typeof sampleAccounts, readonly unknown[]>>> = {
  stripe: both,
  'authorizenet-silent-post': both,
  adyen: both,
  'adyen-by-hand': both,
  'universal-form': both,
  quickpay: both,
  square: [null, true],
  paystack: both,
  worldpay: both,
  'worldpay-without-token': both,
  twocheckout: both,
};

const names = Object.keys(sampleAccounts) as (keyof typeof sampleAccounts)[];

describe.each(names)('of %s', (name) => {
  const { gateway } = sampleAccounts[name];
  const { amountIsAgreed = false, namesNoCurrency = false } = findGateway(gateway) ?? {};

  test('a payment and its refund are read as what they tell', async () => {
    const payment = await claimOf(name, paid);
    const amount = amountIsAgreed ? null : 5990;
    expect(payment).toMatchObject({
      ...{ status: 'approved', orderNumber: 'SO-2026-000123', amountMinor: amount },
      currency: amountIsAgreed ? null : 'USD',
    });
    const refund = await claimOf(name, refunded);
    if (refund === null) return;
    expect(refund).toMatchObject({ status: 'refunded', currency: 'USD' });
    expect(Math.abs(refund.amountMinor ?? 0)).toBe(5990);
    expect(refund.eventKey).not.toBe(payment?.eventKey);
  });

  test('an order number of any signs comes back as it was', async () => {
    const orderNumber = 'Täst + 100% & "#1"';
    if (gateway === 'opayo-server') return;
    expect((await claimOf(name, { ...paid, orderNumber }))?.orderNumber).toBe(orderNumber);
  });

  test('it says that it is a test where the account takes tests and the gateway tells', async () => {
    const [ofLive, ofTests] = [await claimOf(name, paid), await claimOf(name, paid, false)];
    expect([ofLive?.test, ofTests?.test]).toEqual(tellsTest[name] ?? [null, null]);
  });

  test.each(['JPY', 'KWD', 'CLP', 'ISK', 'IDR', 'CVE', 'XOF', 'RWF'] as const)(
    'amounts of %s keep their decimals',
    async (currency: Currency) => {
      if (amountIsAgreed || namesNoCurrency || name === 'plain-body') return;
      const claim = await claimOf(name, { ...paid, amountMinor: 59_900, currency });
      expect(claim).toMatchObject({ amountMinor: 59_900, currency });
    },
  );
});

test('an account without its secret signs nothing', () => {
  for (const name of names) {
    const account = accountWith({}, { config: accountOf(name).config });
    expect(findSigner(sampleAccounts[name].gateway)?.(paid, account)).toBeNull();
  }
});

test('a fraction that a gateway does not have is not told', async () => {
  expect(await claimOf('adyen', { ...paid, amountMinor: 59_901, currency: 'IDR' })).toBeNull();
});

test('names of a prototype are names like others', async () => {
  const config = {
    signatureHeader: 'x-signature',
    fields: { status: '__proto__.status', amount: 'constructor.prototype.amount' },
    statusMap: { PAID: 'approved' },
  };
  const account = accountWith({ secret: 'of the sender' }, { config, currency: 'USD' });
  const message = findSigner('generic-hmac')?.(paid, account);
  expect(Buffer.from(message?.body ?? []).toString('utf8')).toBe(
    '{"__proto__":{"status":"PAID"},"constructor":{"prototype":{"amount":5990}}}',
  );
  expect(Object.keys(Object.prototype)).toEqual([]);
});
