import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { expect, test } from 'vitest';
import { messages } from '#db/schema/messages';
import type { TestContext } from '#server/staff/fresh-context';
import { deliverDue } from './deliver-due';
import { mailShop, messageOf, place } from './mail-shop.test-data';
import { receiveDelivery } from './receive-delivery';
import type { Transport } from './transports/transport';

const secret = 'whsec_b25lIHNlY3JldCBvZiBhIHdlYmhvb2s=';
const next = 'whsec_dGhlIHNlY3JldCB0aGF0IGNvbWVzIG5leHQ=';
const resend = { RESEND_API_KEY: 're_test', RESEND_WEBHOOK_SECRET: secret };

type Event = Readonly<{ type: string; data?: object; atMs?: number }>;

/** A shop that has sent one message, which Resend calls `resend-1`. */
async function sentShop(settings: Record<string, string> = {}): Promise<TestContext> {
  const ctx = await mailShop({ ...resend, ...settings });
  await place(ctx);
  const transport: Transport = { send: async () => ({ providerId: 'resend-1' }) };
  expect(await deliverDue(ctx, transport)).toMatchObject({ sent: 1 });
  return ctx;
}

function bodyOf({ type, data = {}, atMs = Date.UTC(2026, 10, 23, 10) }: Event): string {
  const created_at = new Date(atMs).toISOString();
  return JSON.stringify({ type, created_at, data: { email_id: 'resend-1', ...data } });
}

function signed(
  ctx: TestContext,
  body: string,
  { by = secret, names = 'svix', atMs = ctx.now() } = {},
) {
  const signature = new Webhook(by).sign('msg_1', new Date(atMs), body);
  const headers = {
    [`${names}-id`]: 'msg_1',
    [`${names}-timestamp`]: `${Math.floor(atMs / 1000)}`,
    [`${names}-signature`]: signature,
  };
  return { body: Buffer.from(body), headers };
}

function tell(ctx: TestContext, event: Event) {
  return receiveDelivery(ctx, signed(ctx, bodyOf(event)));
}

const bounced = {
  type: 'email.bounced',
  data: { bounce: { type: 'Permanent', subType: 'NoEmail', message: 'gone' } },
};

test('mail that came back is kept with the message, in plain words', async () => {
  const ctx = await sentShop();
  expect(await tell(ctx, bounced)).toEqual({ verdict: 'recorded' });
  expect(await messageOf(ctx, 'order_received')).toMatchObject({
    status: 'sent',
    delivery: 'bounced',
    deliveryAt: Date.UTC(2026, 10, 23, 10),
    deliveryDetail: 'The mailbox does not exist.',
  });
});

test.each([
  ['email.delivered', {}, 'delivered', null],
  [
    'email.delivery_delayed',
    {},
    'delayed',
    'The mail server of the customer does not take it yet.',
  ],
  ['email.complained', {}, 'complained', 'The customer marked it as spam.'],
  [
    'email.failed',
    { failed: { reason: 'reached_daily_quota' } },
    'bounced',
    'Resend could not send it: reached daily quota.',
  ],
  [
    'email.suppressed',
    { suppressed: { message: 'x', type: 'y' } },
    'bounced',
    'Resend no longer writes to this address: mail to it came back before.',
  ],
  [
    'email.bounced',
    { bounce: { type: 'Transient', subType: 'MailboxFull', message: '' } },
    'bounced',
    'The mailbox is full.',
  ],
  ['email.bounced', {}, 'bounced', 'The mail server of the customer refused it.'],
  ['email.bounced', { bounce: 'gone' }, 'bounced', 'The mail server of the customer refused it.'],
] as const)('%s with %j is kept as %s', async (type, data, delivery, deliveryDetail) => {
  const ctx = await sentShop();
  expect(await tell(ctx, { type, data })).toEqual({ verdict: 'recorded' });
  expect(await messageOf(ctx, 'order_received')).toMatchObject({ delivery, deliveryDetail });
});

test('a page of words from a mail server hides no message that came back', async () => {
  const ctx = await sentShop();
  const bounce = { type: 7, subType: 'NoEmail', message: 'no '.repeat(2000) };
  expect(await tell(ctx, { type: 'email.bounced', data: { bounce } })).toEqual({
    verdict: 'recorded',
  });
  expect(await messageOf(ctx, 'order_received')).toMatchObject({
    deliveryDetail: 'The mailbox does not exist.',
  });
});

test('the same news again changes nothing', async () => {
  const ctx = await sentShop();
  await tell(ctx, bounced);
  const kept = await messageOf(ctx, 'order_received');
  expect(await tell(ctx, bounced)).toEqual({ verdict: 'ignored' });
  expect(await messageOf(ctx, 'order_received')).toEqual(kept);
});

const types = [
  'email.sent',
  'email.delivered',
  'email.delivery_delayed',
  'email.bounced',
  'email.complained',
  'email.failed',
];

test('whatever the order in which news come, and however often, the end is the same', async () => {
  const ctx = await sentShop();
  const event = fc.record({
    type: fc.constantFrom(...types),
    atMs: fc.constantFrom(1_000, 2_000, 3_000),
    data: fc.constantFrom({}, { bounce: { subType: 'MailboxFull' } }, { failed: { reason: 'x' } }),
  });
  const told = async (events: readonly Event[]) => {
    await ctx.db.update(messages).set({ delivery: null, deliveryAt: null, deliveryDetail: null });
    for (const one of events) await tell(ctx, one);
    return messageOf(ctx, 'order_received');
  };
  const story = fc
    .array(event, { minLength: 1, maxLength: 6 })
    .chain((events) =>
      fc.tuple(
        fc.constant(events),
        fc.shuffledSubarray([...events, ...events], { minLength: events.length * 2 }),
      ),
    );
  await fc.assert(
    fc.asyncProperty(story, async ([events, again]) => {
      expect(await told(again)).toEqual(await told(events));
    }),
    { numRuns: 60 },
  );
});

test('a complaint is not forgotten for a delivery that is told later', async () => {
  const ctx = await sentShop();
  await tell(ctx, { type: 'email.complained' });
  await tell(ctx, { type: 'email.delivered', atMs: Date.UTC(2026, 10, 24) });
  expect(await messageOf(ctx, 'order_received')).toMatchObject({ delivery: 'complained' });
});

test('news that come before we have noted the name of the provider find the message by its own', async () => {
  const ctx = await mailShop(resend);
  await place(ctx);
  const { id } = await messageOf(ctx, 'order_received');
  await tell(ctx, { ...bounced, data: { ...bounced.data, tags: { counterfoil_message: id } } });
  expect(await messageOf(ctx, 'order_received')).toMatchObject({ delivery: 'bounced' });
});

test('other mail of the same account is taken and changes nothing', async () => {
  const ctx = await sentShop();
  const before = await messageOf(ctx, 'order_received');
  const foreign = { email_id: 'resend-9' };
  expect(await tell(ctx, { ...bounced, data: foreign })).toEqual({ verdict: 'ignored' });
  expect(await tell(ctx, { type: 'contact.created', data: { email: 'a@b.example' } })).toEqual({
    verdict: 'ignored',
  });
  expect(await messageOf(ctx, 'order_received')).toEqual(before);
});

test('each of two secrets proves, under either name of the headers', async () => {
  const ctx = await sentShop({ RESEND_WEBHOOK_SECRET: `${secret} ${next}` });
  for (const by of [secret, next]) {
    for (const names of ['svix', 'webhook']) {
      const given = signed(ctx, bodyOf({ type: 'email.opened' }), { by, names });
      expect(await receiveDelivery(ctx, given)).toEqual({ verdict: 'ignored' });
    }
  }
});

test('what is not signed, not by us, changed, or older than five minutes is refused', async () => {
  const ctx = await sentShop();
  const body = bodyOf(bounced);
  const good = signed(ctx, body);
  const wrong = [
    { ...good, headers: {} },
    signed(ctx, body, { by: next }),
    { ...good, body: Buffer.from(body.replace('resend-1', 'resend-2')) },
    signed(ctx, body, { atMs: ctx.now() - 301_000 }),
    signed(ctx, body, { atMs: ctx.now() + 301_000 }),
  ];
  for (const given of wrong) {
    expect(await receiveDelivery(ctx, given)).toMatchObject({ verdict: 'bad_signature' });
  }
  expect(await messageOf(ctx, 'order_received')).toMatchObject({ delivery: null });
});

test('without a secret nothing is taken, and what is no JSON neither', async () => {
  const ctx = await sentShop();
  const given = signed(ctx, bodyOf(bounced));
  const unset = { ...ctx, env: { ...ctx.env, resendWebhookSecrets: [] } };
  expect(await receiveDelivery(unset, given)).toEqual({ verdict: 'not_configured' });
  expect(await receiveDelivery(ctx, signed(ctx, '{'))).toEqual({ verdict: 'malformed' });
});

test('a message is found by the name of the provider without a look at all there are', async () => {
  const ctx = await mailShop(resend);
  const plan = await ctx.db.all<{ detail: string }>(
    `EXPLAIN QUERY PLAN UPDATE messages SET delivery = 'bounced' WHERE provider_id = 'resend-1' OR (id = 'x' AND provider_id IS NULL)`,
  );
  expect(plan.map(({ detail }) => detail).join()).not.toContain('SCAN');
});
