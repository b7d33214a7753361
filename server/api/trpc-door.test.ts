import { afterEach, expect, test, vi } from 'vitest';
import { freshContext } from '#server/staff/fresh-context';

afterEach(() => vi.unstubAllEnvs());

/** Asks a procedure over HTTP, with a key that nobody has made. */
async function asked(bytes: number): Promise<Response> {
  const { env } = await freshContext();
  vi.resetModules();
  vi.stubEnv('DATABASE_URL', env.databaseUrl);
  vi.stubEnv('AUTH_SECRET', env.authSecret);
  const { POST } = await import('../../app/api/trpc/[trpc]/route');
  return POST(
    new Request('http://shop.example/api/trpc/messages.sendNow', {
      method: 'POST',
      headers: { authorization: 'Bearer cf_nobody', 'content-type': 'application/json' },
      body: JSON.stringify({ json: { id: 'x'.repeat(bytes) } }),
    }),
  );
}

test('the body of a stranger is read no further than 1 MiB', async () => {
  expect((await asked(1_048_576)).status).toBe(413);
  expect((await asked(90)).status).toBe(401);
});
