import * as z from 'zod';
import { isCurrency } from '#domain/currency';
import { decodeHex } from '#server/signatures/decode-strictly';
import { isSignedBy } from '#server/signatures/is-signed-by';
import { askPayflow, payflowHosts } from './ask-payflow';
import {
  badSignature,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  proved,
  type Secrets,
  type SignedMessage,
  secretList,
  setting,
  unconfirmed,
  type Verification,
  type Verifying,
} from './gateway';
import { parseFormBytes } from './parse-form-bytes';
import { confirmPayflowClaim, readPayflowPost } from './read-payflow-post';
import { rotatingSecret, secretsOf } from './secret-schemas';

/**
 * Payflow's Silent Post: a form that nobody has signed, so Payflow is asked with an Inquiry and its
 * answer must say the same. Which order was paid often stands in the form alone: a shop can have a
 * token of its own echoed in one of USER1 to USER10, the HMAC-SHA256 of `INVNUM|AMT` in
 * hexadecimal, so that no customer can have his payment count for another order.
 */
export const payflowSilentPost = {
  id: 'payflow-silent-post',
  name: 'PayPal Payflow Silent Post',
  refundsAreTotals: false,
  returnsAreUnproved: true,
  tellsLive: false,
  namesNoCurrency: true,
  hosts: Object.values(payflowHosts),
  shown: ['accountCurrency', 'partner', 'vendor', 'user', 'sandbox'],
  secrets: secretsOf({
    accountCurrency: z
      .string()
      .refine(isCurrency, 'The currency of the account is three capital letters, such as USD.')
      .optional(),
    partner: login('The partner is the name under which you sign in, often PayPal.'),
    vendor: login('The merchant login is the name under which you sign in.'),
    user: login('The user is the name of a user of that merchant login.'),
    password: rotatingSecret(
      (password) => password.length <= 64,
      'The password is the one of that user.',
    ).optional(),
    orderToken: rotatingSecret(
      (secret) => secret.length >= 16,
      'The secret of your order token has at least 16 characters.',
    ).optional(),
    sandbox: z.boolean('Sandbox is either on or off.').optional(),
  }).superRefine(({ partner, vendor, password }, context) => {
    const given = Object.entries({ partner, vendor, password });
    const missing = given.filter(([, value]) => value === undefined);
    if (missing.length === given.length) return;
    for (const [name] of missing) {
      const message = 'To ask Payflow, partner, merchant login and password are needed together.';
      context.addIssue({ code: 'custom', path: [name], message });
    }
  }),
  weakness: (secrets) => (setting(secrets, 'orderToken') === undefined ? noToken : null),
  verify,
} satisfies Gateway;

const noToken = {
  what: 'No order token is set: a payment that no order has claimed could be sent in for another one of the same amount.',
  remedy: 'Have your shop send a token with each order, and give its secret here.',
} as const;

function login(fault: string) {
  return z
    .string(fault)
    .trim()
    .refine((name) => /^[^\s&=]{1,64}$/.test(name), fault)
    .optional();
}

async function verify(
  message: SignedMessage,
  account: GatewayAccount,
  { atMs, ask }: Verifying,
): Promise<Verification> {
  const currency = setting(account.secrets, 'accountCurrency') ?? account.currency ?? '';
  if (!isCurrency(currency)) return notConfigured('The currency of the account is missing.');
  const form = parseFormBytes(message.body);
  if (!form.ok) return malformed(form.reason);
  const posted = readPayflowPost(form.fields, currency);
  if (typeof posted === 'string') return malformed(posted);
  if (!hasOrderToken(form.fields, account.secrets)) {
    return badSignature('None of USER1 to USER10 holds the token that the shop gave this order.');
  }
  const told = await askPayflow({ pnref: posted.transactionId, atMs }, account.secrets, ask);
  switch (told.kind) {
    case 'answer': {
      const claim = confirmPayflowClaim(posted, told.fields, account.secrets);
      return typeof claim === 'string' ? badSignature(claim) : proved(claim);
    }
    case 'unknown':
      return badSignature('Payflow knows no such transaction.');
    case 'silent':
      return unconfirmed(posted, told.reason, told.asked);
    default:
      return told satisfies never;
  }
}

/** True as well where the shop has agreed on no token. */
function hasOrderToken(fields: ReadonlyMap<string, string>, secrets: Secrets): boolean {
  const keys = secretList(secrets, 'orderToken');
  if (keys.length === 0) return true;
  const order = fields.get('INVNUM') ?? fields.get('INVOICE') ?? '';
  const parts = [Buffer.from(`${order}|${fields.get('AMT') ?? ''}`, 'latin1')];
  const given = Array.from({ length: 10 }, (_, i) => fields.get(`USER${i + 1}`) ?? '')
    .map(decodeHex)
    .filter((token) => token !== null);
  return isSignedBy({ algorithm: 'sha256', keys, parts, given });
}
