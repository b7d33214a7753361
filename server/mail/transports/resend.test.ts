import { afterEach, beforeEach, expect, test } from 'vitest';
import { fault, type ResendRig, startResendServer } from '../resend-server.test-data';
import { resendTransport } from './resend';
import { MailNotSent } from './transport';

const mail = {
  id: '019a0000-0000-7000-8000-000000000001',
  to: 'zoe@customer.example',
  subject: 'Teas: order 1042 received 🫖',
  html: '<p>Thank you, Zoë.</p>',
  text: 'Thank you, Zoë.\n',
};
const from = 'Teas <orders@teas.example>';

let resend: ResendRig;
beforeEach(async () => {
  resend = await startResendServer();
});
afterEach(() => resend.close());

function transport(timeoutMs?: number, apiKey = 're_test') {
  const settings = { kind: 'resend', from, apiKey, baseUrl: resend.baseUrl } as const;
  return resendTransport(settings, timeoutMs);
}

async function failure(timeoutMs?: number, apiKey?: string): Promise<MailNotSent> {
  const error = await transport(timeoutMs, apiKey)
    .send(mail)
    .catch((thrown: unknown) => thrown);
  if (error instanceof MailNotSent) return error;
  throw new Error(`Not a MailNotSent: ${error}`);
}

test('a message is handed over with the key and its id as Idempotency-Key', async () => {
  expect(await transport().send(mail)).toEqual({ providerId: `resend-${mail.id}` });
  const { id, to, ...parts } = mail;
  expect(resend.requests).toMatchObject([
    { authorization: 'Bearer re_test', key: id, mail: { from, to, ...parts } },
  ]);
});

test('the same message handed over twice leaves once', async () => {
  const first = await transport().send(mail);
  expect(await transport().send(mail)).toEqual(first);
  expect(resend.requests).toHaveLength(2);
  expect(resend.mails()).toHaveLength(1);
});

test('the same id with other words is not sent again, and staff are told why', async () => {
  await transport().send({ ...mail, text: 'Thank you.' });
  const { isPermanent, message } = await failure();
  expect(isPermanent).toBe(true);
  expect(message).toContain('it has probably left');
});

test.each([
  [400, 'validation_error'],
  [404, 'not_found'],
  [422, 'invalid_parameter'],
])('an answer of %i is final', async (status, name) => {
  resend.answerWith(fault(status, name));
  const { isPermanent, message } = await failure();
  expect(isPermanent).toBe(true);
  expect(message).toBe(`Resend answered ${status}: said ${name}`);
});

test.each([
  [408, 'timeout'],
  [409, 'concurrent_idempotent_requests'],
  [429, 'rate_limit_exceeded'],
  [500, 'application_error'],
  [503, 'service_unavailable'],
])('an answer of %i %s passes', async (status, name) => {
  resend.answerWith(fault(status, name));
  expect((await failure()).isPermanent).toBe(false);
});

test('a pause that Resend asks for is kept', async () => {
  resend.answerWith(fault(429, 'rate_limit_exceeded', { 'retry-after': '90' }));
  expect((await failure()).retryAfterMs).toBe(90_000);
});

test('a key that Resend does not accept is a fault of the settings, so the message waits', async () => {
  const { isPermanent, message } = await failure(undefined, 're_wrong');
  expect(isPermanent).toBe(false);
  expect(message).toContain('does not accept our key');
  expect(message).not.toContain('re_wrong');
});

test.each(['hang', 'cut'] as const)('an answer that never comes (%s) passes', async (answer) => {
  resend.answerWith(answer);
  const { isPermanent, message } = await failure(200);
  expect(isPermanent).toBe(false);
  expect(message).toBe('Resend could not be reached in time.');
});

test('answers go where the shop wants them', async () => {
  await transport().send({ ...mail, replyTo: 'help@teas.example' });
  expect(resend.requests).toMatchObject([{ mail: { reply_to: 'help@teas.example' } }]);
});
