import { eq } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messages } from '#db/schema/messages';
import { askForLink } from '#server/door/ask-for-link';
import { linkLifeMs } from '#server/door/link-limits';
import { openLink } from '#server/door/open-link';
import { linkIdOf } from '#server/door/sign-in-token';
import { sweepDoorStatements } from '#server/door/sweep-door';
import { readSession } from '#server/staff/authenticate';
import type { TestContext } from '#server/staff/fresh-context';
import { deliverDue } from './deliver-due';
import { findMessages } from './find-messages';
import { change, mailShop, messageOf, place } from './mail-shop.test-data';
import { previewWordings } from './preview-wordings';
import { readMessage } from './read-message';
import { readOutboxPage } from './read-outbox-page';
import { sendMessageNow } from './send-message-now';
import { setMailAside } from './set-mail-aside';
import { type SmtpRig, startSmtpServer } from './smtp-server.test-data';
import { stopMessages } from './stop-messages';
import { openTransport } from './transports/open-transport';

let smtp: SmtpRig;
beforeEach(async () => {
  smtp = await startSmtpServer();
});
afterEach(() => smtp.close());

/** A shop whose one message in the outbox is a link to sign in. */
async function linkShop(settings: Record<string, string> = { SMTP_URL: smtp.url }) {
  const ctx = await mailShop(settings);
  const order = await place(ctx);
  await ctx.db.delete(messages);
  await askForLink(ctx, { email: 'zoe@customer.example', address: '192.0.2.1' });
  return { ctx, order, message: await messageOf(ctx, 'sign_in_link') };
}

async function deliver(ctx: TestContext) {
  const transport = await openTransport(ctx.env.mail);
  if (!transport) throw new Error('There is no transport.');
  return deliverDue(ctx, transport);
}

test('the customer gets a link that opens, in both parts', async () => {
  const { ctx } = await linkShop();
  expect(await deliver(ctx)).toMatchObject({ taken: 1, sent: 1 });
  const [mail] = smtp.mails;
  expect(mail).toMatchObject({
    ...{ subject: 'Teas: your link to sign in', to: [{ address: 'zoe@customer.example' }] },
  });
  const tokens = [mail?.text, mail?.html].map(
    (part) => /https:\/\/teas\.example\/my\/sign-in\/([\w.-]+)/.exec(part ?? '')?.[1] ?? '',
  );
  expect(tokens[0]).toBe(tokens[1]);
  expect(linkIdOf(tokens[0] ?? '', ctx.env.authSecret)).not.toBeNull();
  const opening = { token: tokens[0] ?? '', clickKey: 'x', address: '', userAgent: '' };
  expect(await openLink(ctx, opening)).toMatchObject({ ok: true });
  for (const part of [mail?.text, mail?.html]) {
    expect(part).toContain('Zoë Whitcombe');
    expect(part).toContain('within half an hour');
    expect(part).not.toMatch(/Order\s*<|Your order page|\/track\//);
  }
});

test('whoever looks at the message in the console sees no link that opens', async () => {
  const { ctx, order, message } = await linkShop({});
  const { id } = message;
  const preview = await readMessage(ctx, id);
  expect(preview).toMatchObject({
    ...{ orderNumber: null, customerId: order.customerId, status: 'held', whyNot: null },
  });
  const linkId = String(message.data.linkId);
  for (const part of [preview.html, preview.text, JSON.stringify(preview)]) {
    expect(part).not.toContain(linkId);
  }
  for (const part of [preview.html, preview.text]) {
    expect(part).toContain('https://teas.example/my/sign-in/••••••••');
  }
  const { text } = await previewWordings(ctx, { template: 'sign_in_link', language: 'de' });
  expect(text).toContain('https://teas.example/my/sign-in/••••••••');
});

test('a link that was held until it had expired is withdrawn instead of sent', async () => {
  const { ctx, message } = await linkShop();
  await ctx.db.update(messages).set({ status: 'held' });
  ctx.clock.at += linkLifeMs - 1;
  expect(await readMessage(ctx, message.id)).toMatchObject({ whyNot: null });
  await sendMessageNow(ctx, message.id);
  ctx.clock.at += 1;
  expect(await deliver(ctx)).toMatchObject({ taken: 1, withdrawn: 1 });
  expect(smtp.mails).toEqual([]);
  expect(await messageOf(ctx, 'sign_in_link')).toMatchObject({
    ...{ status: 'withdrawn', lastError: 'The link has expired.' },
  });
  expect(await readMessage(ctx, message.id)).toMatchObject({
    ...{ html: null, text: null, whyNot: 'The link has expired.' },
  });
});

test('the outbox lists it with its customer, counts it, and staff can stop it', async () => {
  const { ctx, order, message } = await linkShop({});
  const page = await readOutboxPage(ctx.db, { limit: 25 });
  expect(page).toMatchObject({ counts: { held: 1 } });
  expect(page.data).toMatchObject([
    {
      ...{ id: message.id, orderNumber: null, hasOrder: false },
      ...{ customerId: order.customerId, customerName: 'Zoë Whitcombe' },
    },
  ]);
  expect((await readSession(ctx, null)).counts.messages).toBe(1);
  const actor = { kind: 'staff', id: 'ada', name: 'Ada' } as const;
  expect(await stopMessages(ctx, { ids: [message.id], actor })).toEqual({ stopped: 1, late: 0 });
  expect(
    await ctx.db
      .select({ status: messages.status })
      .from(messages)
      .where(eq(messages.id, message.id)),
  ).toEqual([{ status: 'withdrawn' }]);
});

describe('a link that came back', () => {
  let refusing: SmtpRig;
  beforeEach(async () => {
    refusing = await startSmtpServer({ unknown: 'zoe@customer.example' });
  });
  afterEach(() => refusing.close());

  const cameBack = async (ctx: TestContext) =>
    (await readOutboxPage(ctx.db, { cameBack: true, limit: 25 })).data.map(({ id }) => id);

  /** Refused by the mail server of the customer, half an hour ago. */
  async function refusedLink() {
    const shop = await linkShop({ SMTP_URL: refusing.url });
    const { ctx, message } = shop;
    expect(await deliver(ctx)).toMatchObject({ failed: 1 });
    ctx.clock.at += linkLifeMs;
    await ctx.db.batch(sweepDoorStatements(ctx));
    expect(await cameBack(ctx)).toEqual([message.id]);
    expect((await readSession(ctx, null)).counts.messages).toBe(1);
    return shop;
  }

  test('waits for a person, who may leave it as it is', async () => {
    const { ctx, message } = await refusedLink();
    expect(await setMailAside(ctx, [message.id])).toBe(1);
    expect(await cameBack(ctx)).toEqual([]);
    expect((await readSession(ctx, null)).counts.messages).toBe(0);
  });

  test('is mended by the next one, and by a corrected address', async () => {
    const { ctx, order, message } = await refusedLink();
    await askForLink(ctx, { email: 'zoe@customer.example', address: '192.0.2.1' });
    expect(await deliver(ctx)).toMatchObject({ failed: 1 });
    expect(await cameBack(ctx)).toHaveLength(1);
    expect(await cameBack(ctx)).not.toContain(message.id);
    const customer = { ...order.customer, email: 'zoe@customer.example.org' };
    await change(ctx, order, { type: 'correct_contact', customer });
    expect(await cameBack(ctx)).toEqual([]);
  });
});

test('the messages of the API are those about orders', async () => {
  const { ctx } = await linkShop({});
  expect((await findMessages(ctx.db, { limit: 25 })).data).toEqual([]);
});
