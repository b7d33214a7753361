import * as z from 'zod';
import type { Answer, Ask } from './ask';
import {
  badSignature,
  type Claim,
  proved,
  type Secrets,
  secretList,
  setting,
  unconfirmed,
  type Verification,
} from './gateway';
import { parseSignedJsonTexts } from './parse-signed-json';
import type { PaypalFacts, PaypalQuestion } from './read-paypal-event';
import { readPaypalResource } from './read-paypal-resource';

export const apiHosts = { live: 'api-m.paypal.com', sandbox: 'api-m.sandbox.paypal.com' } as const;

type Told = Readonly<{ claim: Claim; question: PaypalQuestion }>;
type Way = Readonly<{ secrets: Secrets; ask: Ask }>;

/**
 * Asks PayPal for what an event is about. PayPal's own check of a signature is not used: the
 * signature covers no more than a checksum of the body, so whoever can make two bodies of one
 * checksum would pass it as well.
 */
export async function confirmPaypalEvent(told: Told, { secrets, ask }: Way): Promise<Verification> {
  const { claim, question } = told;
  const clientId = setting(secrets, 'clientId');
  const clientSecrets = secretList(secrets, 'clientSecret');
  if (clientId === undefined || clientSecrets.length === 0) {
    const missing = clientId === undefined ? 'client ID' : 'client secret';
    const reason = `PayPal cannot be asked whether the amount is right: the ${missing} is missing.`;
    return unconfirmed(claim, reason, 'never');
  }
  const host = claim.test ? apiHosts.sandbox : apiHosts.live;
  const token = await fetchToken(host, { clientId, clientSecrets }, ask);
  if (token === null) {
    const reason = 'PayPal has not let us in to ask: it is out of reach, or the secret is another.';
    return unconfirmed(claim, reason, 'again');
  }
  const answer = await ask({
    url: `https://${host}${question.path}${question.id}`,
    method: 'GET',
    headers: { accept: 'application/json', authorization: `Bearer ${token}` },
  });
  if (answer?.status === 404) return notFound(claim);
  return answer?.status === 200 ? judge(told, answer) : noAnswer(claim);
}

function judge({ claim, question }: Told, answer: Answer): Verification {
  const json = parseSignedJsonTexts(answer.body);
  const read = json.ok ? readPaypalResource(json.value) : null;
  if (!read?.ok) return noAnswer(claim);
  if (read.resource.id !== question.id) return badSignature('PayPal told of another payment.');
  const facts: PaypalFacts | null = question.read(read.resource);
  return facts === null
    ? unconfirmed(claim, 'PayPal does not say whether this is so. Check it at PayPal.', 'never')
    : proved({ ...facts, trust: 'fetchback', test: claim.test });
}

/** A charge back may have an id under which PayPal gives nothing out; it must not be lost. */
function notFound(claim: Claim): Verification {
  return claim.status === 'chargeback'
    ? unconfirmed(claim, 'PayPal gives nothing out about this. Check it at PayPal.', 'never')
    : badSignature('PayPal knows no such payment.');
}

function noAnswer(claim: Claim): Verification {
  return unconfirmed(claim, 'PayPal has not said yet whether this is so.', 'again');
}

type Login = Readonly<{ clientId: string; clientSecrets: readonly string[] }>;

/** While the secret is exchanged there are two; the first that PayPal takes will do. */
async function fetchToken(
  host: string,
  { clientId, clientSecrets }: Login,
  ask: Ask,
): Promise<string | null> {
  for (const secret of clientSecrets) {
    const basic = Buffer.from(`${clientId}:${secret}`).toString('base64');
    const answer = await ask({
      url: `https://${host}/v1/oauth2/token`,
      method: 'POST',
      headers: {
        authorization: `Basic ${basic}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: Buffer.from('grant_type=client_credentials'),
    });
    const json = answer?.status === 200 ? parseSignedJsonTexts(answer.body) : null;
    const token = json?.ok ? Token.safeParse(json.value).data : null;
    if (token) return token.access_token;
  }
  return null;
}

/** Nothing that could end a header. */
const Token = z.object({ access_token: z.string().regex(/^[\x21-\x7e]{1,4096}$/) });
