import { expect, test } from 'vitest';
import { signInLinks } from '#db/schema/customers';
import { signOutCustomer } from '#server/customers/sign-out-customer';
import { mailShop, place } from '#server/mail/mail-shop.test-data';
import { readTrackingPage } from '#server/tracking/read-tracking-page';
import { askForLink } from './ask-for-link';
import { signedIn } from './door.test-data';
import { endCustomerSession } from './end-customer-session';
import { openLink } from './open-link';
import { askedDuring, wholeTablesOf } from './query-plans.test-data';
import { readCustomerSession, touchCustomerSession } from './read-customer-session';
import { readLink } from './read-link';
import { signInToken } from './sign-in-token';
import { sweepDoorStatements } from './sweep-door';

test('each step at the door is one round trip, and no statement reads a whole table', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const session = await signedIn(ctx, order);
  const actor = { kind: 'staff', id: 'ada', name: 'Ada' } as const;
  const address = '192.0.2.1';
  await askForLink(ctx, { email: 'zoe@customer.example', address });
  const [link] = await ctx.db.select().from(signInLinks);
  const token = signInToken(link?.id ?? '', ctx.env.authSecret);
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    ask: () => askForLink(ctx, { email: 'zoe@customer.example', address }),
    look: () => readLink(ctx, token),
    open: () => openLink(ctx, { token, clickKey: 'x', address, userAgent: '' }),
    session: () => readCustomerSession(ctx, session),
    touch: () => touchCustomerSession(ctx, session),
    page: () =>
      readTrackingPage(ctx, { token: order.token, looks: [], customerSessionId: session }),
    end: () => endCustomerSession(ctx, session),
    endAll: () => signOutCustomer(ctx, { id: order.customerId, actor }),
    sweep: () => ctx.db.batch(sweepDoorStatements(ctx)),
  };
  const asked = [];
  for (const [step, work] of Object.entries(steps)) {
    const { roundTrips, statements } = await askedDuring(ctx, work);
    expect([step, roundTrips]).toEqual([step, 1]);
    asked.push(...statements);
  }
  expect(await wholeTablesOf(ctx, asked)).toEqual([]);
});
