import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { sessionContext } from '#server/api/caller';
import { appRouter } from '#server/api/root';
import type { RequestContext } from '#server/api/trpc';
import { processContext } from '#server/context';
import { readApiKey } from '#server/staff/read-api-key';

function handle(request: Request): Promise<Response> {
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
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
