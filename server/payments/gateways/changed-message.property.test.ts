import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { isBelieved, type Seed, seedsOf } from './fuzz.test-data';
import type { Claim, SignedMessage } from './gateway';
import type { GatewayId } from './registry';

type Cover =
  /** Everything that arrives is signed: whatever is changed, nothing is believed. */
  | 'whole body'
  /** What no proof covers may be told otherwise. `without` takes out fields that none covers. */
  | Readonly<{ uncovered: readonly (keyof Claim)[]; without?: RegExp }>;

const covers: Readonly<Record<GatewayId, Cover>> = {
  'authorizenet-silent-post': { uncovered: [], without: /&x_type=[^&]*/ },
  'authorizenet-webhooks': 'whole body',
  stripe: 'whole body',
  adyen: { uncovered: ['authorizationCode', 'test'] },
  redsys: { uncovered: [] },
  'opayo-server': { uncovered: [], without: /&TxType=[^&]*/ },
  'paypal-webhooks': 'whole body',
  'paypal-ipn': 'whole body',
  'payflow-silent-post': {
    uncovered: ['eventKey', 'orderNumber', 'authorizationCode', 'status', 'captured'],
  },
  'standard-webhooks': 'whole body',
  'universal-form': { uncovered: [] },
  'generic-hmac': 'whole body',
  square: 'whole body',
  mollie: { uncovered: [] },
  razorpay: 'whole body',
  paystack: 'whole body',
  worldpay: { uncovered: ['eventKey', 'transactionId', 'status', 'captured', 'test'] },
  'twocheckout-ipn': { uncovered: [], without: /&(?:CHARGEBACK_RESOLUTION|TEST_ORDER)=[^&]*/ },
};

describe.each(Object.entries(covers))('of what %s sends', (gateway, cover) => {
  test('a message with any single byte changed is refused, or says the same', async () => {
    for (const seed of await seedsFor(gateway, cover)) {
      const { body } = seed.message;
      for (const flip of [1, 2, 4, 0x10, 0x20, 0x80, 0xff]) {
        for (let at = 0; at < body.length; at += 1) {
          const changed = Buffer.from(body);
          changed.writeUInt8(changed.readUInt8(at) ^ flip, at);
          await expectNothingElse(seed, cover, { ...seed.message, body: changed });
        }
      }
    }
  }, 60_000);

  test('a message cut anywhere and filled with anything is refused, or says the same', async () => {
    const seeds = await seedsFor(gateway, cover);
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.nat(), fc.nat(), fc.string({ maxLength: 4 }), async (...at) => {
        const [pick, start, end, text] = at;
        const seed = seeds[pick % seeds.length];
        if (!seed) return;
        const { body, headers } = seed.message;
        const changed = Buffer.from(cut(Buffer.from(body).toString('latin1'), start, end, text));
        if (!changed.equals(body)) {
          await expectNothingElse(seed, cover, { headers, body: changed });
        }
        const names = Object.keys(headers);
        const name = names[pick % names.length] ?? '';
        const value = cut(headers[name] ?? '', start, end, text);
        const beside = { uncovered: ['eventId' as const] };
        await expectNothingElse(seed, beside, { body, headers: { ...headers, [name]: value } });
      }),
      { numRuns: 2000 },
    );
  }, 60_000);

  test('any body at all is read without throwing, and proves nothing', async () => {
    const [seed] = await seedsFor(gateway, cover);
    if (!seed) throw new Error(`No message of ${gateway} is saved.`);
    const names = Buffer.from(seed.message.body).toString('latin1').match(/\w+/g) ?? [];
    const form = fc.dictionary(fc.oneof(fc.constantFrom(...names), fc.string()), fc.string());
    const body = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.oneof(fc.string(), fc.json()).map((text) => Buffer.from(text)),
      form.map((fields) => Buffer.from(new URLSearchParams(fields).toString())),
    );
    await fc.assert(
      fc.asyncProperty(body, async (bytes) => {
        const result = await seed.verify({ body: bytes, headers: seed.message.headers });
        expect(result.verified && result.claims.every(isBelieved)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

/** The first saved message of each status or row of them, without what no proof covers. */
async function seedsFor(gateway: string, cover: Cover): Promise<readonly Seed[]> {
  const file = new URL(`./fixtures/${gateway}.json`, import.meta.url);
  const entries = z.array(z.looseObject({ body: z.string().optional() }));
  const without = cover === 'whole body' ? undefined : cover.without;
  const bare = entries
    .parse(JSON.parse(readFileSync(file, 'utf8')))
    .map((entry) => (without ? { ...entry, body: entry.body?.replace(without, '') } : entry));
  const seeds = await seedsOf(bare, gateway);
  expect(seeds.length).toBeGreaterThan(0);
  return seeds.filter((seed, at) => at === seeds.findIndex((it) => kindOf(it) === kindOf(seed)));
}

function kindOf({ claims }: Seed): string {
  return claims.map(({ status }) => status).join();
}

async function expectNothingElse(seed: Seed, cover: Cover, changed: SignedMessage): Promise<void> {
  const result = await seed.verify(changed);
  if (!result.verified || !result.claims.every(isBelieved)) return;
  if (cover === 'whole body') expect(shown(changed)).toBe('refused');
  else
    expect(seed.claims.map(provedBy(cover))).toEqual(
      expect.arrayContaining(result.claims.map(provedBy(cover))),
    );
}

function provedBy({ uncovered }: Exclude<Cover, 'whole body'>) {
  return (claim: Claim) =>
    Object.fromEntries(
      Object.entries(claim).filter(([fact]) => !uncovered.some((name) => name === fact)),
    );
}

function shown({ body, headers }: SignedMessage): string {
  return `${Buffer.from(body).toString('latin1')} ${JSON.stringify(headers)}`;
}

function cut(text: string, start: number, end: number, filling: string): string {
  const [from, to] = [start % (text.length + 1), end % (text.length + 1)];
  return text.slice(0, from) + filling + text.slice(to);
}
