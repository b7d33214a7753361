import { expect, test } from 'vitest';
import { customerSessions, signInLinks } from '#db/schema/customers';
import { messages } from '#db/schema/messages';
import { askForLink } from '#server/door/ask-for-link';
import { signedIn } from '#server/door/door.test-data';
import { readLink } from '#server/door/read-link';
import { sessionIdleMs } from '#server/door/session-limits';
import { signInToken } from '#server/door/sign-in-token';
import { mailShop, place } from '#server/mail/mail-shop.test-data';
import { owner } from './customers.test-data';
import { exportCustomer } from './export-customer';
import { readCustomerPage } from './read-customer-page';
import { signOutCustomer } from './sign-out-customer';

const mina = { customer: { email: 'mina@customer.example', name: 'Mina' } };

test('staff see where a customer is signed in, as long as they are', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const read = async () => {
    const page = await readCustomerPage(ctx, { id: order.customerId, limit: 10 });
    return page.sessions.map(({ id }) => id);
  };
  const first = await signedIn(ctx, order);
  ctx.clock.at += 1;
  const second = await signedIn(ctx, order);
  await signedIn(ctx, await place(ctx, ['POT'], mina));
  expect(await read()).toEqual([second, first]);
  ctx.clock.at += sessionIdleMs - 1;
  expect(await read()).toEqual([second]);
});

test('staff sign a customer out everywhere, and links under way open nothing any more', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await signedIn(ctx, order);
  await signedIn(ctx, order);
  const other = await signedIn(ctx, await place(ctx, ['POT'], mina));
  await askForLink(ctx, { email: 'zoe@customer.example', address: '192.0.2.1' });
  const [link] = await ctx.db.select().from(signInLinks);
  await signOutCustomer(ctx, { id: order.customerId, actor: owner });
  expect(await ctx.db.select({ id: customerSessions.id }).from(customerSessions)).toEqual([
    { id: other },
  ]);
  expect(await readLink(ctx, signInToken(link?.id ?? '', ctx.env.authSecret))).toBe('expired');
  const { events } = await readCustomerPage(ctx, { id: order.customerId, limit: 10 });
  expect(events).toMatchObject([{ type: 'signed_out', actorName: 'Olive' }]);
});

test('a customer that is not there cannot be signed out', async () => {
  const ctx = await mailShop();
  const signingOut = signOutCustomer(ctx, { id: 'nobody', actor: owner });
  await expect(signingOut).rejects.toMatchObject({ code: 'not_found' });
});

test('what is exported of a customer tells where they are signed in, and no key to it', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await ctx.db.delete(messages);
  const session = await signedIn(ctx, order);
  await askForLink(ctx, { email: 'zoe@customer.example', address: '192.0.2.1' });
  const exported = await exportCustomer(ctx, { id: order.customerId, actor: owner });
  expect(exported).toMatchObject({
    signedIn: [{ email: 'zoe@customer.example', userAgent: 'Firefox' }],
    messages: [{ template: 'sign_in_link', recipient: 'zoe@customer.example' }],
  });
  const [link] = await ctx.db.select().from(signInLinks);
  for (const secret of [session, link?.id ?? 'none']) {
    expect(JSON.stringify(exported)).not.toContain(secret);
  }
});
