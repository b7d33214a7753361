import { asc } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { messages } from '#db/schema/messages';
import { shop } from '#db/schema/shop';
import { customerLocale } from '#domain/language';
import type { Order } from '#domain/order';
import type { Context } from '#server/context';
import { change, mailShop, pay, place, rollBack, ship } from '#server/mail/mail-shop.test-data';
import { subjectOf } from '#server/mail/subject-of';
import { sendTrackingLink } from './send-tracking-link';

const email = 'zoe@customer.example';
const smtp = { SMTP_URL: 'smtp://127.0.0.1:2525' };
let asked = 0;

/** Each from an address of its own, unless one is given. */
function ask(
  ctx: Context,
  number: string,
  given: Partial<{ email: string; address: string }> = {},
) {
  asked += 1;
  return sendTrackingLink(ctx, { number, email, address: `192.0.2.${asked}`, ...given });
}

async function linksOf({ db }: Context) {
  const rows = await db.select().from(messages).orderBy(asc(messages.createdAt), asc(messages.id));
  return rows.slice(1);
}

/** The templates that were sent because somebody asked. */
async function templateAfter(ctx: Context, order: Order) {
  await ctx.db.delete(messages);
  await ctx.db.insert(messages).values({ ...blank(order), id: '0' });
  await ask(ctx, order.number);
  return (await linksOf(ctx)).map(({ template }) => template);
}

function blank({ id }: Order) {
  const status = 'sent' as const;
  const template = 'paid' as const;
  return { ...{ orderId: id, template, recipient: '', subject: '', data: {}, status }, ...times };
}

const times = { nextAttemptAt: 0, createdAt: 0 };

test('the link goes to the order’s own address', async () => {
  const ctx = await mailShop(smtp);
  const order = await place(ctx, ['POT'], {
    customer: { email: 'Zoe@Customer.example', name: 'Zoë' },
  });
  await ask(ctx, order.number);
  expect(await linksOf(ctx)).toMatchObject([
    {
      orderId: order.id,
      template: 'order_received',
      recipient: 'Zoe@Customer.example',
      subject: subjectOf('order_received', {
        ...{ locale: 'en', shopName: 'Teas', orderNumber: order.number, data: {} },
      }),
      data: {},
      status: 'waiting',
      nextAttemptAt: ctx.now(),
      createdAt: ctx.now(),
    },
  ]);
});

test.each(['de-AT', 'PT_br', 'ar', 'ja', 'nl', 'deu', 'de-aaaaa-aaaaa', null])(
  'the link of an order in %s has the subject that any message of it has',
  async (locale) => {
    const ctx = await mailShop(smtp);
    await ctx.db.update(shop).set({ language: 'fr' });
    const customer = { email: 'zoe@customer.example', name: 'Zoë', ...(locale && { locale }) };
    const order = await place(ctx, ['POT'], { customer });
    await ask(ctx, order.number);
    const of = { shopName: 'Teas', orderNumber: order.number, data: {} };
    const subject = subjectOf('order_received', { ...of, locale: customerLocale(locale, 'fr') });
    expect((await linksOf(ctx)).map((link) => link.subject)).toEqual([subject]);
  },
);

test('without a way for mail to leave the message is held', async () => {
  const ctx = await mailShop();
  await ask(ctx, (await place(ctx)).number);
  expect(await linksOf(ctx)).toMatchObject([{ status: 'held' }]);
});

test.each([
  ['1001', ' 1001 '],
  ['1001', '#1001'],
  ['CF-1001', 'cf-1001'],
  ['cf-1001', ' #CF-1001'],
  ['#1001', '1001'],
  ['#1001', '#1001'],
])('the order %s is found by %j', async (number, typed) => {
  const ctx = await mailShop();
  await place(ctx, ['POT'], { number });
  await ask(ctx, typed);
  expect(await linksOf(ctx)).toHaveLength(1);
});

test('the message fits how the order stands', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  expect(await templateAfter(ctx, order)).toEqual(['order_received']);
  ctx.clock.at += hour;
  await pay(ctx, order);
  expect(await templateAfter(ctx, order)).toEqual(['paid']);
  ctx.clock.at += hour;
  await ship(ctx, order);
  expect(await templateAfter(ctx, order)).toEqual(['shipped']);
  ctx.clock.at += hour;
  await rollBack(ctx, order);
  expect(await templateAfter(ctx, order)).toEqual(['order_received']);
  ctx.clock.at += hour;
  await change(ctx, order, { type: 'cancel', reason: null, restock: true, notify: false });
  expect(await templateAfter(ctx, order)).toEqual(['cancelled']);
  ctx.clock.at += hour;
  await change(ctx, order, { type: 'delete', reason: null, restock: true });
  expect(await templateAfter(ctx, order)).toEqual([]);
});

const hour = 60 * 60 * 1000;

test('whether there is such an order cannot be told from answer or statements', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const seen: string[][] = [];
  const db = new Proxy(ctx.db, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name);
      return (statements: Parameters<typeof target.batch>[0]) => {
        seen.push(statements.map((statement) => sqlOf(statement)));
        return target.batch(statements);
      };
    },
  });
  const answers = [
    await ask({ ...ctx, db }, order.number),
    await ask({ ...ctx, db }, order.number, { email: 'other@customer.example' }),
    await ask({ ...ctx, db }, 'unknown'),
  ];
  expect(answers).toEqual([undefined, undefined, undefined]);
  expect(seen).toHaveLength(3);
  expect(seen[0]).toHaveLength(4);
  expect(seen[0]?.[2]).toContain('INSERT INTO messages');
  expect(seen[1]).toEqual(seen[0]);
  expect(seen[2]).toEqual(seen[0]);
  expect(await linksOf(ctx)).toHaveLength(1);
});

function sqlOf(statement: unknown): string {
  const prepared = statement as { getQuery?: () => { sql: string }; toSQL?: () => { sql: string } };
  return (prepared.getQuery?.() ?? prepared.toSQL?.())?.sql ?? 'unreadable';
}

test('one mail in ten minutes for one order, however often somebody asks', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await ask(ctx, order.number);
  ctx.clock.at += 10 * 60 * 1000 - 1;
  await ask(ctx, order.number);
  expect(await linksOf(ctx)).toHaveLength(1);
  ctx.clock.at += 1;
  await ask(ctx, order.number);
  expect(await linksOf(ctx)).toHaveLength(2);
});

test('a wrong address does not keep the right one from getting its mail', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  await ask(ctx, order.number, { email: 'other@customer.example' });
  await ask(ctx, order.number);
  expect(await linksOf(ctx)).toHaveLength(1);
});

test.each([['1001'], ['unknown']])(
  'the sixth try for %s is refused, from wherever',
  async (number) => {
    const ctx = await mailShop();
    const order = await place(ctx, ['POT'], { number: '1001' });
    const wrong = { email: 'other@customer.example' };
    for (let tries = 0; tries < 5; tries += 1) await ask(ctx, number, wrong);
    await expect(ask(ctx, number)).rejects.toMatchObject({
      code: 'too_many_requests',
      details: { retryAfterSeconds: 900 },
    });
    expect(await linksOf(ctx)).toEqual([]);
    ctx.clock.at += 15 * 60 * 1000;
    await ask(ctx, order.number);
    expect(await linksOf(ctx)).toHaveLength(1);
  },
);

test('the twenty-first try from one address is refused, for whatever number', async () => {
  const ctx = await mailShop();
  const order = await place(ctx);
  const address = '203.0.113.9';
  for (let tries = 0; tries < 20; tries += 1) await ask(ctx, `unknown-${tries}`, { address });
  await expect(ask(ctx, order.number, { address })).rejects.toMatchObject({
    code: 'too_many_requests',
  });
  expect(await linksOf(ctx)).toEqual([]);
});

test('what is typed is data, whatever it says', async () => {
  const ctx = await mailShop();
  await place(ctx);
  for (const number of ["1' OR '1'='1", '%', '*', '\u202E1001', '🫖', 'x'.repeat(100)]) {
    await ask(ctx, number);
  }
  expect(await linksOf(ctx)).toEqual([]);
});
