import { processContext } from '#server/context';
import { readApiKey } from '#server/staff/read-api-key';
import { sessionContext } from './caller';
import { noCustomer, type RequestContext } from './trpc';

/** Whose request this is: a key's where one is sent, else of the session of the browser. */
export async function requestContext(request: Request): Promise<RequestContext> {
  const apiKey = /^Bearer +(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1];
  if (apiKey === undefined) return sessionContext();
  const ctx = await processContext();
  const { caller, shop } = await readApiKey(ctx, { apiKey, idempotency: null });
  const counts = { inbox: 0, messages: 0 };
  return { ...ctx, ...noCustomer, caller, shop, counts, keepAnswer: () => [] };
}
