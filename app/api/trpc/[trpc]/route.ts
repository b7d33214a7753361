import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { requestContext } from '#server/api/request-context';
import { appRouter } from '#server/api/root';
import { readBody } from '#server/read-body';

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
    createContext: () => requestContext(request),
  });
}

export { handle as GET, handle as POST };
