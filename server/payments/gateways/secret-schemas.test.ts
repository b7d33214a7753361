import { describe, expect, test } from 'vitest';
import { authorizenetSilentPost } from './authorizenet-silent-post';
import type { Gateway } from './gateway';
import { rotatingSecret } from './secret-schemas';
import { standardWebhooks } from './standard-webhooks';
import { stripe } from './stripe';

function faultOf(gateway: Gateway, secrets: object): string {
  const parsed = gateway.secrets.safeParse(secrets);
  return (parsed.error?.issues ?? []).map(({ message }) => message).join(' ');
}

describe('a malformed secret is told by what is wrong with it', () => {
  const rule = 'The signature key is 128 digits and letters from A to F';
  test.each([
    ['0123456789ABCDEF', `${rule}; this one has 16. Did you paste the transaction key?`],
    ['5KP3u95bQpv', `${rule}; this one has 11. Did you paste the API login ID?`],
    ['A1'.repeat(32), `${rule}; this one has 64. Was only a part of it copied?`],
    ['A1'.repeat(128), `${rule}; this one has 256. Was it pasted twice?`],
    ['G1'.repeat(64), `${rule}; this one has 128, and other signs among them.`],
    ['whsec_5KP3u95bQpv', `${rule}; this is the signing secret of a webhook (whsec_).`],
  ])('Authorize.Net: %s', (signatureKeyHex, fault) => {
    expect(faultOf(authorizenetSilentPost, { signatureKeyHex })).toBe(fault);
  });

  const begins = 'The signing secret of the endpoint begins with whsec_';
  test.each([
    ['sk_live_51Hq', `${begins}; this is a secret API key (sk_).`],
    ['rk_test_51Hq', `${begins}; this is a restricted API key (rk_).`],
    ['pk_live_51Hq', `${begins}; this is a publishable API key (pk_).`],
    ['we_1Hq', `${begins}; this is the id of an endpoint (we_).`],
    ['whsec_', `${begins}, and more comes after it.`],
    ['whsec_ab cd', `${begins} and has no blanks in it.`],
    ['5KP3u95bQpv', `${begins}.`],
  ])('Stripe: %s', (endpointSecret, fault) => {
    expect(faultOf(stripe, { endpointSecret })).toBe(fault);
  });

  const shown = 'The secret is what the sender shows: whsec_ or whpk_ and base64 after it';
  const isPublic = 'The public key is whpk_ and 44 characters of base64 after it';
  test.each([
    [{ secret: 'sk_live_51Hq' }, `${shown}; this is a secret API key (sk_).`],
    [{ secret: 'whsec_ä' }, `${shown}; what stands after this whsec_ is no base64.`],
    [{ secret: 'whpk_MTIz' }, `${shown}; after whpk_ there are 44, here 4.`],
    [{ publicKey: 'whpk_MTIz' }, `${isPublic}; this one has 4.`],
    [{ publicKey: 'whsec_MTIz' }, `${isPublic}; this is the signing secret of a webhook (whsec_).`],
  ])('Standard Webhooks: %o', (secrets, fault) => {
    expect(faultOf(standardWebhooks, secrets)).toBe(fault);
  });
});

test('of a list the first that does not fit is told of, and none is ever repeated', () => {
  const schema = rotatingSecret(
    (secret) => secret.length === 3,
    (secret) => `It has 3; this one has ${secret.length}.`,
  );
  const messages = (value: unknown) =>
    schema.safeParse(value).error?.issues.map((it) => it.message);
  expect(messages(['abc', ' abcd ', 'a'])).toEqual(['It has 3; this one has 4.']);
  expect(messages([])).toEqual(['It has 3; this one has 0.']);
  expect(messages(undefined)).toEqual(['It has 3; this one has 0. It is missing.']);
  expect(messages(['abc', 'def'])).toBeUndefined();
});

test('what is wrong may be one sentence for every secret', () => {
  const schema = rotatingSecret((secret) => secret === 'fit', 'It is fit.');
  expect(schema.parse(' fit ')).toBe('fit');
  expect(schema.safeParse('unfit').error?.issues).toMatchObject([{ message: 'It is fit.' }]);
});
