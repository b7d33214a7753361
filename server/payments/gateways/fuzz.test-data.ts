import { accountOf, askSaved, messageOf, SavedCallback } from '../saved-callback';
import type { Claim, Gateway, GatewayAccount, SignedMessage } from './gateway';
import { findGateway } from './registry';

/** A saved message that verifies, with the facts that no changed one may claim otherwise. */
export type Seed = Readonly<{
  name: string;
  message: SignedMessage;
  verify: (message: SignedMessage) => ReturnType<Gateway['verify']>;
  claims: readonly Claim[];
  /** The facts that are proved: no changed message may say others. */
  proved: readonly (keyof Claim)[];
}>;

/** The messages of a file of saved callbacks that verify. */
export async function seedsOf(entries: readonly unknown[], id: string): Promise<readonly Seed[]> {
  const gateway = findGateway(id);
  const seeds: Seed[] = [];
  for (const entry of entries) {
    const saved = SavedCallback.parse(entry);
    const message = messageOf(saved);
    if (gateway === null || message === null) continue;
    const config = gateway.config?.safeParse(saved.config).data ?? null;
    const account: GatewayAccount = { ...accountOf(saved), config };
    const verifying = { atMs: (saved.now ?? 1_790_000_000) * 1000, ask: askSaved(saved) };
    const verify = (changed: SignedMessage) => gateway.verify(changed, account, verifying);
    const result = await verify(message);
    if (!result.verified || !result.claims.every(isBelieved)) continue;
    const proved = facts.filter((fact) => unproved[id] !== fact);
    seeds.push({ name: saved.name, message, verify, claims: result.claims, proved });
  }
  return seeds;
}

const facts = ['orderNumber', 'amountMinor', 'currency', 'transactionId'] as const;

/**
 * Worldpay's password and the shop's token prove order and amount, not Worldpay's own id. Payflow's
 * answer proves the payment and its amount; which order it is for is told by the message alone.
 */
const unproved: Readonly<Record<string, (typeof facts)[number]>> = {
  worldpay: 'transactionId',
  'payflow-silent-post': 'orderNumber',
};

/** What a fuzzed message came to: nothing, the same facts as the original, or something else. */
export type FuzzOutcome = 'refused' | 'same' | 'forged';

/**
 * Whether a changed message still verifies and then says anything else about money. The kind of an
 * event may stand outside of the signature.
 */
export async function outcomeOf(seed: Seed, changed: SignedMessage): Promise<FuzzOutcome> {
  const result = await seed.verify(changed);
  if (!result.verified || !result.claims.every(isBelieved)) return 'refused';
  const factsOf = (claim: Claim) => JSON.stringify(seed.proved.map((fact) => claim[fact]));
  const known = new Set(seed.claims.map(factsOf));
  const isKnown = result.claims.every((claim) => known.has(factsOf(claim)));
  return isKnown ? 'same' : 'forged';
}

/** Only what is proved in full, or confirmed by the gateway, pays an order. */
export function isBelieved({ trust }: Claim): boolean {
  return trust === 'full' || trust === 'fetchback';
}

/** Numbers below a bound from one seed, the same on every run (Mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** The message with one to four changes of its body or its headers; never the message itself. */
export function mutated(
  { body, headers }: SignedMessage,
  random: (below: number) => number,
): SignedMessage {
  let changed = body;
  const given = { ...headers };
  for (let left = 1 + random(4); left > 0; left -= 1) {
    if (random(4) === 0) changeHeader(given, random);
    else changed = changedBytes(changed, random);
  }
  return { body: changed, headers: given };
}

const telling = [
  ...['&', '=', '%', '%00', '+', '"', '{', '}', '[', ']', ',', ':', '\\', '\u0000', '\r\n'],
  ...['e9', '-', '0', '9'.repeat(30), 'null', 'true', '__proto__', '\ufeff', '€', '^', '|', '.'],
].map((text) => Buffer.from(text, 'utf8'));

function changedBytes(body: Uint8Array, random: (below: number) => number): Uint8Array {
  const at = random(body.length + 1);
  const end = Math.min(body.length, at + 1 + random(16));
  const [before, part, after] = [body.subarray(0, at), body.subarray(at, end), body.subarray(end)];
  switch (random(6)) {
    case 0:
      return Buffer.concat([before, part.map((byte) => byte ^ (1 << random(8))), after]);
    case 1:
      return Buffer.concat([before, after]);
    case 2:
      return Buffer.concat([before, part, part, after]);
    case 3:
      return Buffer.concat([before, telling[random(telling.length)] ?? part, part, after]);
    case 4:
      return Buffer.concat([before, telling[random(telling.length)] ?? part, after]);
    default:
      return Buffer.concat([before, Uint8Array.from(part, () => random(256)), after]);
  }
}

function changeHeader(headers: Record<string, string | undefined>, random: (n: number) => number) {
  const names = Object.keys(headers);
  const name = names[random(names.length)];
  if (name === undefined) return;
  const value = headers[name] ?? '';
  const text = Buffer.from(changedBytes(Buffer.from(value, 'utf8'), random)).toString('utf8');
  headers[name] = [text, '', undefined, value.toUpperCase(), `${value},${value}`][random(5)];
}
