import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';

/** One message as it was handed to Resend's API. */
export type CaughtMail = Readonly<{ to: readonly string[]; subject: string; text: string }>;

/**
 * Stands in for Resend: `POST /emails` takes a message as Resend does, `GET /emails` lists the
 * messages taken so far, each idempotency key once.
 */
export async function startMailCatcher() {
  const byKey = new Map<string, { id: string; mail: unknown }>();
  const server = createServer(async (request, response) => {
    if (request.method === 'POST' && request.url === '/emails') {
      const fallback = `keyless ${byKey.size}`;
      const key = String(request.headers['idempotency-key'] ?? fallback);
      const mail: unknown = JSON.parse(await text(request));
      const taken = byKey.get(key) ?? { id: `caught-${byKey.size + 1}`, mail };
      byKey.set(key, taken);
      reply(200, { id: taken.id });
    } else if (request.method === 'GET' && request.url === '/emails') {
      reply(200, { data: Array.from(byKey.values(), ({ mail }) => mail) });
    } else {
      reply(404, { name: 'not_found', message: `There is no ${request.method} ${request.url}` });
    }

    function reply(status: number, body: unknown) {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    async close(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
