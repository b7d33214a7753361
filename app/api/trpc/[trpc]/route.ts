import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { sessionContext } from '#server/api/caller';
import { appRouter } from '#server/api/root';
import type { RequestContext } from '#server/api/trpc';
import { processContext } from '#server/context';
import { readBody } from '#server/read-body';
import { readApiKey } from '#server/staff/read-api-key';

const bodyBytesMax = 1_048_576;

/** Who asks is found out after the body was read, so that a stranger's has its bounds too. */
async function handle(request: Request): Promise<Response> {
  const { url, method, headers } = request;
  const body = await readBody(request, bodyBytesMax);
  if (body === null) return new Response('A body has at most 1 MiB.\n', { status: 413 });
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: new Request(url, { method, headers, ...(method === 'POST' && { body }) }),
    router: appRouter,
    createContext: () => contextOf(request),
  });
}

/** A key where one is sent, else the session of the browser. */
async function contextOf(request: Request): Promise<RequestContext> {
  const apiKey = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (apiKey === undefined) return sessionContext();
  const ctx = await processContext();
  const { caller, shop } = await readApiKey(ctx, { apiKey, idempotency: null });
  const counts = { inbox: 0, messages: 0 };
  return { ...ctx, caller, shop, counts, keepAnswer: () => [] };
}

export { handle as GET, handle as POST };
