import * as z from 'zod';
import { decodeHex } from '#server/signatures/decode-strictly';
import { isSignedBy } from '#server/signatures/is-signed-by';
import type { Answer, Ask } from './ask';
import { noFacts } from './claim-facts';
import { TextFact, unreadable } from './fact-schemas';
import {
  type Answering,
  badSignature,
  type Claim,
  type Gateway,
  type GatewayAccount,
  malformed,
  notConfigured,
  proved,
  type Reply,
  type Secrets,
  type SignedMessage,
  secretList,
  unconfirmed,
  type Verification,
  type Verifying,
} from './gateway';
import { parseFormBytes } from './parse-form-bytes';
import { parseSignedJson, parseSignedJsonTexts } from './parse-signed-json';
import { readMolliePayment } from './read-mollie-payment';
import { rotatingSecret, secretsOf } from './secret-schemas';

const host = 'api.mollie.com';
const isPaymentId = (id: string) => /^tr_[A-Za-z0-9]{4,64}$/.test(id);

/**
 * Mollie's webhooks. The classic one is a form with nothing but the id of a payment, unsigned by
 * design: everything is Mollie's answer to our question (https://docs.mollie.com/reference/webhooks).
 * The next generation sends signed events (https://docs.mollie.com/reference/webhooks-new); one
 * about a payment is asked for all the same, so that both kinds say the same thing.
 */
export const mollie = {
  id: 'mollie',
  name: 'Mollie',
  refundsAreTotals: true,
  returnsNamePayment: true,
  tellsLive: true,
  hosts: [host],
  secrets: secretsOf({
    apiKey: rotatingSecret(
      (key) => /^(?:live|test)_\w+$/.test(key),
      'The API key begins with live_ or test_.',
    ).optional(),
    signingSecret: rotatingSecret(
      (secret) => !/\s/.test(secret),
      'The signing secret is what Mollie shows where the webhook is made.',
    ).optional(),
  }),
  verify,
  reply,
} satisfies Gateway;

async function verify(
  message: SignedMessage,
  { secrets }: GatewayAccount,
  { ask }: Verifying,
): Promise<Verification> {
  if (isJson(message.body)) return verifyEvent(message, secrets, ask);
  const form = parseFormBytes(message.body);
  if (!form.ok) return malformed(form.reason);
  const id = form.fields.get('id') ?? '';
  return isPaymentId(id)
    ? askForPayment({ id, eventId: null }, secrets, ask)
    : malformed('The message has no id of a payment, which begins with tr_.');
}

/** Mollie wants 200 for payments that we cannot find too, so that nobody learns which there are. */
function reply({ outcome, message }: Answering): Reply | null {
  return outcome === 'bad_signature' && !isJson(message.body)
    ? { status: 200, text: 'OK\n' }
    : null;
}

function isJson(body: Uint8Array): boolean {
  return body[0] === '{'.charCodeAt(0);
}

const Event = z.object({
  id: TextFact.pipe(z.string('is missing')),
  type: TextFact.pipe(z.string('is missing')),
  entityId: TextFact.nullish(),
});

async function verifyEvent(
  message: SignedMessage,
  secrets: Secrets,
  ask: Ask,
): Promise<Verification> {
  const keys = secretList(secrets, 'signingSecret');
  if (keys.length === 0) return notConfigured('The signing secret of the webhook is missing.');
  const given = signaturesOf(message.headers['x-mollie-signature'] ?? '');
  if (!isSignedBy({ algorithm: 'sha256', keys, parts: [message.body], given })) {
    return badSignature(
      'The X-Mollie-Signature does not fit: the message was changed, or the secret is another.',
    );
  }
  const json = parseSignedJson(message.body);
  if (!json.ok) return malformed(json.reason);
  const event = Event.safeParse(json.value);
  if (!event.success) return malformed(unreadable(event.error));
  const { id: eventId, entityId = null } = event.data;
  if (entityId !== null && isPaymentId(entityId)) {
    return askForPayment({ id: entityId, eventId }, secrets, ask);
  }
  return proved({ ...unknownClaim(entityId, eventId), trust: 'full', status: 'ignored' });
}

/** While the secret is exchanged there are two, in one header or in two that were joined. */
function signaturesOf(header: string): readonly Buffer[] {
  return header
    .split(',')
    .slice(0, 10)
    .map((signature) => decodeHex(signature.trim().replace(/^sha256=/, '')))
    .filter((signature) => signature !== null);
}

type Told = Readonly<{ id: string; eventId: string | null }>;

async function askForPayment(
  { id, eventId }: Told,
  secrets: Secrets,
  ask: Ask,
): Promise<Verification> {
  const keys = secretList(secrets, 'apiKey');
  const answer = await askWithEach(id, keys, ask);
  const claims = answer?.status === 200 ? readAnswer(answer, id) : null;
  if (claims !== null) {
    const [first, ...further] = claims.map((claim) => ({ ...claim, eventId }));
    if (first) return proved(first, ...further);
  }
  if (keys.length === 0) return notConfigured('The API key is missing.');
  if (answer !== null && unknownStatuses.includes(answer.status)) {
    return badSignature('Mollie knows no such payment under this API key.');
  }
  const reason =
    answer !== null && keyFaultStatuses.includes(answer.status)
      ? 'Mollie does not accept the API key.'
      : 'Mollie has not said yet what became of this payment.';
  return unconfirmed({ ...unknownClaim(id, eventId), trust: 'none' }, reason, 'again');
}

const unknownStatuses = [400, 404, 410, 422];
const keyFaultStatuses = [401, 403];

/**
 * The answer that counts of those under each key. All are asked at once: Mollie waits 15 s for us,
 * and its silence would cost the time of every key. Without any key the question is asked bare: it
 * tells nothing but the id that came in, and Mollie refuses it.
 */
async function askWithEach(id: string, keys: readonly string[], ask: Ask): Promise<Answer | null> {
  const answers = await Promise.all(
    (keys.length > 0 ? keys : [null]).map((key) =>
      ask({
        url: `https://${host}/v2/payments/${id}`,
        method: 'GET',
        headers: { accept: 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      }),
    ),
  );
  const [counting = null] = answers.toSorted((one, other) => rankOf(one) - rankOf(other));
  return counting;
}

/** A payment is unknown only where no key is left under which Mollie may still know it. */
function rankOf(answer: Answer | null): number {
  if (answer?.status === 200) return 0;
  if (answer === null) return 1;
  if (unknownStatuses.includes(answer.status)) return 2;
  return keyFaultStatuses.includes(answer.status) ? 3 : 1;
}

function readAnswer({ body }: Answer, id: string): readonly Claim[] | null {
  const json = parseSignedJsonTexts(body);
  return json.ok ? readMolliePayment(json.value, id) : null;
}

/** What is known of a payment before Mollie has said anything. */
function unknownClaim(id: string | null, eventId: string | null) {
  return {
    ...noFacts,
    eventKey: eventId ?? id ?? '',
    eventId,
    transactionId: id,
    status: 'pending' as const,
    captured: null,
    test: null,
  };
}
