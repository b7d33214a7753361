import * as z from 'zod';
import {
  badSignature,
  type Claim,
  type Gateway,
  type GatewayAccount,
  isOn,
  malformed,
  notConfigured,
  proved,
  type Secrets,
  type SignedMessage,
  secretList,
  unconfirmed,
  type Verification,
  type Verifying,
} from './gateway';
import { parseFormBytes } from './parse-form-bytes';
import { readPaypalIpn } from './read-paypal-ipn';
import { rotatingSecret, secretsOf } from './secret-schemas';

const liveHost = 'ipnpb.paypal.com';
const sandboxHost = 'ipnpb.sandbox.paypal.com';

/**
 * PayPal's Instant Payment Notification: a form without a signature. The bytes as they came go back
 * to PayPal, which answers VERIFIED or INVALID
 * (https://developer.paypal.com/api/nvp-soap/ipn/IPNImplementation). It verifies what it has sent to
 * any merchant, so the receiver must be ours as well.
 */
export const paypalIpn = {
  id: 'paypal-ipn',
  name: 'PayPal IPN',
  refundsAreTotals: false,
  tellsLive: true,
  hosts: [liveHost, sandboxHost],
  shown: ['receiverEmail', 'receiverId', 'sandbox'],
  secrets: secretsOf({
    receiverEmail: rotatingSecret(
      (email) => /^[^\s@]+@[^\s@]+$/.test(email),
      'The e-mail address is the primary one of your PayPal account.',
    ).optional(),
    receiverId: rotatingSecret(
      (id) => /^[A-Z0-9]{10,17}$/.test(id),
      'The merchant ID is 13 capital letters and digits.',
    ).optional(),
    sandbox: z.boolean('Sandbox is either on or off.').optional(),
  }).refine(({ receiverEmail, receiverId }) => receiverEmail ?? receiverId, {
    path: ['receiverEmail'],
    message: 'The e-mail address of your PayPal account is missing.',
  }),
  verify,
} satisfies Gateway;

async function verify(
  message: SignedMessage,
  { secrets }: GatewayAccount,
  { ask }: Verifying,
): Promise<Verification> {
  const form = parseFormBytes(message.body);
  if (!form.ok) return malformed(form.reason);
  // PayPal would do that instead of verifying, and answer with some page.
  if (form.fields.has('cmd')) return malformed('The message holds a command to PayPal.');
  const fault = receiverFault(form.fields, secrets);
  if (fault !== null) return fault;
  const isSandbox = isOn(secrets, 'sandbox');
  const answer = await ask({
    url: `https://${isSandbox ? sandboxHost : liveHost}/cgi-bin/webscr`,
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: Buffer.concat([Buffer.from('cmd=_notify-validate&'), message.body]),
  });
  const said = answer?.status === 200 ? Buffer.from(answer.body).toString('latin1') : null;
  if (said === 'INVALID') {
    return badSignature('PayPal says that it has not sent this message, or not with these bytes.');
  }
  const facts = readPaypalIpn(form.fields);
  if (typeof facts === 'string') return malformed(facts);
  const claim: Claim = {
    trust: said === 'VERIFIED' ? 'full' : 'none',
    ...facts,
    test: isSandbox || form.fields.get('test_ipn') === '1',
  };
  return said === 'VERIFIED'
    ? proved(claim)
    : unconfirmed(claim, 'PayPal has not said yet whether it has sent this message.', 'again');
}

/** Each of the two that the account names must fit; those it does not name are not looked at. */
function receiverFault(fields: ReadonlyMap<string, string>, secrets: Secrets): Verification | null {
  const emails = secretList(secrets, 'receiverEmail').map(plain);
  const ids = secretList(secrets, 'receiverId').map(plain);
  if (emails.length === 0 && ids.length === 0) {
    return notConfigured('The e-mail address of the PayPal account is missing.');
  }
  const isOurs =
    (emails.length === 0 || emails.includes(plain(fields.get('receiver_email') ?? ''))) &&
    (ids.length === 0 || ids.includes(plain(fields.get('receiver_id') ?? '')));
  return isOurs ? null : badSignature('The money went to another PayPal account than ours.');
}

function plain(text: string): string {
  return text.trim().toLowerCase();
}
