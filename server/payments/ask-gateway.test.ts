import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Env } from '#server/env';
import { askerOf } from './ask-gateway';
import { mollie } from './gateways/mollie';

let answer: () => Response;
const asked: string[] = [];

beforeEach(() => {
  asked.length = 0;
  answer = () => new Response('{}');
  vi.stubGlobal('fetch', async (url: URL, options: RequestInit) => {
    asked.push(`${url.href} ${options.redirect}`);
    return answer();
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const url = 'https://api.mollie.com/v2/payments/tr_1';

function ask(address: string, proxy: string | null = null) {
  const env: Pick<Env, 'gatewayProxyUrl'> = { gatewayProxyUrl: proxy };
  return askerOf(
    mollie,
    env,
  )({
    url: address,
    method: 'GET',
    headers: { authorization: 'Bearer live_key' },
  });
}

test.each([
  'http://api.mollie.com/v2/payments/tr_1',
  'https://api.mollie.com:8443/',
  'https://api.mollie.com.evil.example/',
  'https://api.mollie.com./',
  'https://api.mollie.com@evil.example/',
  'https://evil.example\\\\@api.mollie.com/',
  'https://user:word@api.mollie.com/',
  'https://evil.example/#api.mollie.com',
  'https://169.254.169.254/',
  'file:///etc/passwd',
  '//api.mollie.com/',
  '',
])('%s is never asked', async (address) => {
  expect([await ask(address), asked]).toEqual([null, []]);
});

test('a redirect is not followed and tells nothing', async () => {
  answer = () => new Response(null, { status: 302, headers: { location: 'https://evil.example' } });
  expect([await ask(url), asked]).toEqual([null, [`${url} manual`]]);
});

test('of an answer that is too large nothing is taken', async () => {
  answer = () => new Response('x'.repeat(262_145));
  expect(await ask(url)).toBeNull();
});

test('dots in an address do not lead out of a proxy to another host', async () => {
  await ask('https://api.mollie.com/../../evil.example/%2e%2e/x', 'http://localhost:9');
  expect(asked).toEqual(['http://localhost:9/api.mollie.com/x manual']);
});
