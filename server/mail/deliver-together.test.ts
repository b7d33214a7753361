import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { messages } from '#db/schema/messages';
import type { TestContext } from '#server/staff/fresh-context';
import { deliverDue } from './deliver-due';
import { mailFrom, mailShop, messageOf, pay, place } from './mail-shop.test-data';
import { type SmtpRig, startSmtpServer } from './smtp-server.test-data';
import { leaseMs } from './take-messages';
import { openTransport } from './transports/open-transport';

const program = fileURLToPath(new URL('./mail-process.test-data.ts', import.meta.url));

let smtp: SmtpRig;
const children: ChildProcess[] = [];

// Two processes have to start on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 120_000 });

beforeEach(async () => {
  smtp = await startSmtpServer();
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await smtp.close();
});

/** A process that delivers what is due in the shop's database file as soon as it is sent "go". */
async function mailProcess(ctx: TestContext): Promise<ChildProcess> {
  const child = fork(program, {
    execArgv: ['--import', 'tsx'],
    env: {
      ...process.env,
      DATABASE_URL: ctx.env.databaseUrl,
      AUTH_SECRET: ctx.env.authSecret,
      APP_URL: ctx.env.appUrl,
      MAIL_FROM: mailFrom,
      SMTP_URL: smtp.url,
      TEST_NOW: String(ctx.now()),
    },
  });
  children.push(child);
  await once(child, 'message');
  return child;
}

async function sentBy(child: ChildProcess): Promise<number> {
  child.send('go');
  const [answer] = await once(child, 'message');
  return answer.sent;
}

test('two processes on one database send each message once', async () => {
  const ctx = await mailShop({ SMTP_URL: smtp.url });
  for (let orders = 0; orders < 40; orders += 1) await place(ctx);
  const both = await Promise.all([mailProcess(ctx), mailProcess(ctx)]);
  const [one = 0, other = 0] = await Promise.all(both.map(sentBy));
  expect(one + other).toBe(40);
  expect(smtp.mails).toHaveLength(40);
  expect(new Set(smtp.mails.map(({ messageId }) => messageId)).size).toBe(40);
  const rows = await ctx.db.select({ status: messages.status }).from(messages);
  expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['sent']));
});

test('what a killed process had sent and not settled is sent again as the same message', async () => {
  const ctx = await mailShop({ SMTP_URL: smtp.url });
  await pay(ctx, await place(ctx, ['SEAT']));
  const child = await mailProcess(ctx);
  smtp.onMail(() => child.kill('SIGKILL'));
  child.send('go');
  await once(child, 'exit');
  smtp.onMail(() => {});
  expect(smtp.mails).toHaveLength(1);
  expect(await messageOf(ctx, 'order_received')).toMatchObject({ status: 'sending', attempts: 1 });
  const transport = await openTransport(ctx.env.mail);
  if (!transport) throw new Error('There is no transport.');
  expect(await deliverDue(ctx, transport)).toMatchObject({ taken: 0 });
  ctx.clock.at += leaseMs;
  expect(await deliverDue(ctx, transport)).toMatchObject({ sent: 2 });
  const [first, again, other] = smtp.mails;
  expect(again).toMatchObject({
    messageId: first?.messageId,
    subject: first?.subject,
    text: first?.text,
    html: first?.html,
  });
  expect(other?.messageId).not.toBe(first?.messageId);
});
