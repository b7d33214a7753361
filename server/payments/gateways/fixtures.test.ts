import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCallbacks } from '../check-callbacks';
import { findGateway } from './registry';

type Fixture = Readonly<{
  name: string;
  secrets: unknown;
  expected: Readonly<Record<string, unknown>> & Readonly<{ reason?: string }>;
}>;

const folder = new URL('./fixtures/', import.meta.url);

for (const file of readdirSync(folder)) {
  const gateway = basename(file, '.json');
  const fixtures: readonly Fixture[] = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const results = await checkCallbacks(fixtures, gateway, Date.UTC(2026, 8, 21));

  describe(`what ${gateway} sends`, () => {
    test.each(fixtures.map((fixture, i) => [fixture.name, fixture, results[i]] as const))(
      '%s ends as expected',
      (name, { expected: { reason, ...expected } }, result) => {
        expect(result).toMatchObject({ name, ...expected });
        if (!expected.verified) expect(result?.reason).toMatch(/^[A-Zs].+\.$/);
        if (reason !== undefined) expect(result?.reason).toMatch(/^schema: /);
      },
    );

    test('no reason tells a secret', () => {
      const reasons = results.map((result) => result.reason ?? '').join('\n');
      const secrets = fixtures.flatMap(({ secrets }) => Object.values(secrets ?? {}).flat());
      const texts = secrets.filter((it) => typeof it === 'string');
      const telling = texts.filter((it) => it !== '' && it !== 'secret' && it !== 'USD');
      for (const secret of telling) expect(reasons).not.toContain(secret);
    });

    test('the secrets of every message that verifies are well formed', () => {
      const accepted = fixtures.filter(({ expected }) => expected.verified);
      for (const { secrets } of accepted) {
        expect(findGateway(gateway)?.secrets.safeParse(secrets).error).toBeUndefined();
      }
    });
  });
}
