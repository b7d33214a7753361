import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import {
  type FuzzOutcome,
  mutated,
  outcomeOf,
  randomFrom,
  seedsOf,
} from '#server/payments/gateways/fuzz.test-data';

const folder = new URL('../server/payments/gateways/fixtures/', import.meta.url);
const [messages = '100000', seed = String(Date.now() % 2 ** 31)] = process.argv.slice(2);

/** Changed messages of every gateway: none may be believed, and the slowest shows what one can cost. */
console.log(`${messages} changed messages a gateway, seed ${seed}\n`);
let isForged = false;
for (const file of readdirSync(folder)) {
  const { slowestMs, ...counts } = await fuzz(file, Number(messages), randomFrom(Number(seed)));
  isForged ||= counts.forged > 0;
  const said = Object.entries(counts).map(([outcome, count]) => `${count} ${outcome}`);
  console.log(`${basename(file, '.json').padEnd(26)}${said.join(', ')}, slowest ${slowestMs} ms`);
}
process.exitCode = isForged ? 1 : 0;

async function fuzz(file: string, count: number, random: (below: number) => number) {
  const entries: unknown[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const seeds = await seedsOf(entries, basename(file, '.json'));
  const counts: Record<FuzzOutcome, number> = { refused: 0, same: 0, forged: 0 };
  let slowestMs = 0;
  for (let left = count; left > 0; left -= 1) {
    const seed = seeds[random(seeds.length)];
    if (!seed) break;
    const changed = mutated(seed.message, random);
    const startedAt = performance.now();
    counts[await outcomeOf(seed, changed)] += 1;
    slowestMs = Math.max(slowestMs, performance.now() - startedAt);
  }
  return { ...counts, slowestMs: Math.round(slowestMs * 10) / 10 };
}
