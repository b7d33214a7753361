import { asc, eq, isNotNull } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { customers, signInLinks } from '#db/schema/customers';
import { messages } from '#db/schema/messages';
import { shop } from '#db/schema/shop';
import { eraseCustomer } from '#server/customers/erase-customer';
import { mergeCustomers } from '#server/customers/merge-customers';
import { change, mailShop, place } from '#server/mail/mail-shop.test-data';
import { defaultShop } from '#server/settings/shop-settings';
import type { TestContext } from '#server/staff/fresh-context';
import { askForLink } from './ask-for-link';
import { linkLifeMs, linkPauseMs } from './link-limits';
import { signInToken } from './sign-in-token';

const zoe = 'zoe@customer.example';
const mina = { customer: { email: 'mina@customer.example', name: 'Mina' } };
const smtp = { SMTP_URL: 'smtp://127.0.0.1:2525' };
const actor = { kind: 'staff', id: 'ada', name: 'Ada' } as const;
let asked = 0;

/** Each from a network address of its own, unless one is given. */
function ask(ctx: TestContext, email = zoe, address = `192.0.2.${++asked}`) {
  return askForLink(ctx, { email, address });
}

function mailOf({ db }: TestContext) {
  return db
    .select()
    .from(messages)
    .where(isNotNull(messages.customerId))
    .orderBy(asc(messages.createdAt), asc(messages.id));
}

test('a customer gets a link at once, and no word of it lets anybody in', async () => {
  const ctx = await mailShop({ ...smtp, MAIL_DELAY_SECONDS: '30' });
  const order = await place(ctx);
  await ask(ctx);
  const [link] = await ctx.db.select().from(signInLinks);
  expect(link).toMatchObject({
    ...{ customerId: order.customerId, email: zoe, askedAt: ctx.now(), usedAt: null },
    expiresAt: ctx.now() + linkLifeMs,
  });
  const mail = await mailOf(ctx);
  expect(mail).toMatchObject([
    {
      ...{ orderId: null, customerId: order.customerId, template: 'sign_in_link', recipient: zoe },
      ...{ subject: 'Teas: your link to sign in', data: { linkId: link?.id }, status: 'waiting' },
      ...{ nextAttemptAt: ctx.now(), createdAt: ctx.now() },
    },
  ]);
  const token = signInToken(link?.id ?? '', ctx.env.authSecret);
  const signature = token.split('.')[1] ?? '';
  expect(signature).toHaveLength(43);
  expect(JSON.stringify([link, mail])).not.toContain(signature);
});

test('without a way for mail to leave the link is held', async () => {
  const ctx = await mailShop();
  await place(ctx);
  await ask(ctx);
  expect(await mailOf(ctx)).toMatchObject([{ status: 'held' }]);
});

test.each([
  ['de', 'Teas: Ihr Link zum Anmelden'],
  ['ar', 'Teas: رابط تسجيل الدخول'],
  [null, 'Teas : votre lien de connexion'],
])('the link of a customer in %s says so in that language', async (locale, subject) => {
  const ctx = await mailShop();
  await ctx.db.update(shop).set({ language: 'fr' });
  const customer = { email: zoe, name: 'Zoë', ...(locale && { locale }) };
  await place(ctx, ['POT'], { customer });
  await ask(ctx);
  expect((await mailOf(ctx)).map((mail) => mail.subject)).toEqual([subject]);
});

test('whoever was merged gets the link of the customer that they are now, at their own address', async () => {
  const ctx = await mailShop();
  const [kept, merged] = [await place(ctx), await place(ctx, ['POT'], mina)];
  await mergeCustomers(ctx, { keepId: kept.customerId, mergeId: merged.customerId, actor });
  await ask(ctx, mina.customer.email);
  expect(await mailOf(ctx)).toMatchObject([
    { customerId: kept.customerId, recipient: mina.customer.email },
  ]);
});

test('whoever was erased, or has no order that stands, gets nothing', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await change(ctx, order, { type: 'delete', reason: null, restock: true });
  await ask(ctx);
  expect(await mailOf(ctx)).toEqual([]);
  await change(ctx, order, { type: 'restore' });
  await change(ctx, order, { type: 'cancel', reason: null, restock: true, notify: false });
  await eraseCustomer(ctx, { id: order.customerId, actor, shop: defaultShop });
  await ask(ctx);
  await ctx.db.update(customers).set({ email: zoe });
  await ask(ctx);
  expect(await mailOf(ctx)).toEqual([]);
});

test('a cancelled order is an order of a customer too', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await change(ctx, order, { type: 'cancel', reason: null, restock: true, notify: false });
  await ask(ctx);
  expect(await mailOf(ctx)).toHaveLength(1);
});

test('whether somebody is a customer cannot be told from answer or statements', async () => {
  const ctx = await mailShop();
  await place(ctx);
  const batch = vi.spyOn(ctx.db.$client, 'batch');
  const execute = vi.spyOn(ctx.db.$client, 'execute');
  const answers = [await ask(ctx), await ask(ctx, 'nobody@customer.example')];
  expect(answers).toEqual([undefined, undefined]);
  expect(execute).not.toHaveBeenCalled();
  const statements = batch.mock.calls.map(([given]) =>
    given.map((one) => (typeof one === 'string' || Array.isArray(one) ? '' : one.sql)),
  );
  expect(statements).toHaveLength(2);
  expect(statements[0]).toHaveLength(5);
  expect(statements[1]).toEqual(statements[0]);
  expect(statements[0]?.[4]).toContain('INSERT INTO messages');
  vi.restoreAllMocks();
  expect(await mailOf(ctx)).toHaveLength(1);
});

test('one link in two minutes for one customer, however often and under whatever address', async () => {
  const ctx = await mailShop();
  const [kept, merged] = [await place(ctx), await place(ctx, ['POT'], mina)];
  await mergeCustomers(ctx, { keepId: kept.customerId, mergeId: merged.customerId, actor });
  await ask(ctx);
  ctx.clock.at += linkPauseMs - 1;
  await ask(ctx);
  await ask(ctx, mina.customer.email);
  expect(await mailOf(ctx)).toHaveLength(1);
  ctx.clock.at += 1;
  await ask(ctx);
  expect(await mailOf(ctx)).toHaveLength(2);
});

test.each([[zoe], ['nobody@customer.example']])(
  'the sixth try for %s is refused, from wherever',
  async (email) => {
    const ctx = await mailShop();
    await place(ctx);
    for (let tries = 0; tries < 5; tries += 1) await ask(ctx, email);
    const before = (await mailOf(ctx)).length;
    ctx.clock.at += linkPauseMs;
    await expect(ask(ctx, email)).rejects.toMatchObject({
      ...{ code: 'too_many_requests', details: { retryAfterSeconds: 780 } },
    });
    expect(await mailOf(ctx)).toHaveLength(before);
  },
);

test('the twenty-first try from one network address is refused, for whomever', async () => {
  const ctx = await mailShop();
  await place(ctx);
  const from = '203.0.113.9';
  for (let tries = 0; tries < 20; tries += 1) await ask(ctx, `n${tries}@customer.example`, from);
  await expect(ask(ctx, zoe, from)).rejects.toMatchObject({ code: 'too_many_requests' });
  expect(await mailOf(ctx)).toEqual([]);
  await ask(ctx);
  expect(await mailOf(ctx)).toHaveLength(1);
});

test('an address that is like another one finds nobody', async () => {
  const ctx = await mailShop();
  await place(ctx);
  for (const email of ['%', 'zoe_customer.example', `${zoe}' OR 1=1 --`]) await ask(ctx, email);
  expect(await ctx.db.select().from(signInLinks).where(eq(signInLinks.email, zoe))).toEqual([]);
});
