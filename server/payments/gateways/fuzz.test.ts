import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { mutated, outcomeOf, randomFrom, seedsOf } from './fuzz.test-data';

const folder = new URL('./fixtures/', import.meta.url);
const messages = 100_000;

test.each(readdirSync(folder))(
  'no changed message of %s is believed, whatever was changed, and none does harm',
  async (file) => {
    const entries: unknown[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
    const seeds = await seedsOf(entries, basename(file, '.json'));
    expect(seeds.length).toBeGreaterThan(0);
    const random = randomFrom(20_261_125);
    for (let count = 0; count < messages; count += 1) {
      const seed = seeds[random(seeds.length)];
      if (!seed) break;
      const changed = mutated(seed.message, random);
      const outcome = await outcomeOf(seed, changed);
      if (outcome === 'forged') expect(shown(seed.name, changed)).toBe('refused');
    }
  },
  180_000,
);

function shown(name: string, { body, headers }: { body: Uint8Array; headers: unknown }): string {
  return `${name}: ${Buffer.from(body).toString('latin1')} ${JSON.stringify(headers)}`;
}
