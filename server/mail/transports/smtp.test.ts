import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { startSmtpServer } from '../smtp-server.test-data';
import { smtpTransport } from './smtp';
import { MailNotSent } from './transport';

const mail = {
  id: '019a0000-0000-7000-8000-000000000001',
  to: 'zoe@customer.example',
  subject: 'Tèas: order 1042 received 🫖',
  html: '<p>Thank you, Zoë. שלום</p>',
  text: 'Thank you, Zoë. שלום\n',
};
const from = 'Téas <orders@teas.example>';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function smtpServer(options: { password?: string; unknown?: string } = {}) {
  const rig = await startSmtpServer(options);
  closers.push(rig.close);
  return rig;
}

async function failureOf(url: string, timeoutMs?: number): Promise<MailNotSent> {
  const error = await smtpTransport({ kind: 'smtp', from, url }, timeoutMs)
    .send(mail)
    .catch((thrown: unknown) => thrown);
  if (error instanceof MailNotSent) return error;
  throw new Error(`Not a MailNotSent: ${error}`);
}

test('a message arrives whole, in both parts, under a Message-ID made from its id', async () => {
  const { url, mails } = await smtpServer();
  const { providerId } = await smtpTransport({ kind: 'smtp', from, url }).send(mail);
  expect(providerId).toBe(`<${mail.id}@teas.example>`);
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({
    messageId: providerId,
    subject: mail.subject,
    from: { name: 'Téas', address: 'orders@teas.example' },
    to: [{ address: mail.to }],
  });
  expect(mails[0]?.text?.trim()).toBe(mail.text.trim());
  expect(mails[0]?.html?.trim()).toBe(mail.html);
  expect(mails[0]?.headers).toContainEqual(
    expect.objectContaining({ key: 'auto-submitted', value: 'auto-generated' }),
  );
});

test.each([550, 552, 554])('an answer of %i to a message is final', async (code) => {
  const { url, answerWith } = await smtpServer();
  answerWith(code);
  const failure = await failureOf(url);
  expect(failure.isPermanent).toBe(true);
  expect(failure.message).toContain(String(code));
  expect(failure.message).toContain('said the test server');
});

test('a mailbox that the server does not know has refused the message for good', async () => {
  const { url } = await smtpServer({ unknown: mail.to });
  const failure = await failureOf(url);
  expect(failure.isPermanent).toBe(true);
  expect(failure.refusal).toBe('The mailbox does not exist.');
});

test.each([421, 450, 451, 452])('an answer of %i to a message passes', async (code) => {
  const { url, answerWith } = await smtpServer();
  answerWith(code);
  expect((await failureOf(url)).isPermanent).toBe(false);
});

test('a wrong password is a fault of the settings, so the message waits; it is not told', async () => {
  const { url } = await smtpServer({ password: 'right' });
  const failure = await failureOf(url);
  expect(failure.isPermanent).toBe(false);
  expect(failure.message).toContain('user name and password');
  expect(failure.message).not.toContain('wrong password');
});

test('a server that is not there passes', async () => {
  const { url, close } = await startSmtpServer();
  await close();
  const failure = await failureOf(url);
  expect(failure.isPermanent).toBe(false);
  expect(failure.message).toContain('could not be reached');
});

test('a server that never greets is given up in time', async () => {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  closers.push(() => new Promise((resolve) => server.close(() => resolve())));
  const failure = await failureOf(`smtp://127.0.0.1:${port}`, 200);
  expect(failure.isPermanent).toBe(false);
});

test('a server that takes the words and never answers is given up in time', async () => {
  const { url, answerWith } = await smtpServer();
  answerWith('hang');
  const failure = await failureOf(url, 300);
  expect(failure.isPermanent).toBe(false);
  expect(failure.message).toBe('The mail server did not answer in time.');
});

test('answers go where the shop wants them, and nowhere else without', async () => {
  const { url, mails } = await smtpServer();
  const transport = smtpTransport({ kind: 'smtp', from, url });
  await transport.send({ ...mail, replyTo: 'help@teas.example' });
  await transport.send(mail);
  expect(mails.map(({ replyTo }) => replyTo)).toEqual([
    [{ name: '', address: 'help@teas.example' }],
    undefined,
  ]);
});
