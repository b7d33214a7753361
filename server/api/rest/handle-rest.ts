import { createHash } from 'node:crypto';
import { commit } from '#server/commit';
import type { Context } from '#server/context';
import { readBody } from '#server/read-body';
import {
  type Claimed,
  type KeyReading,
  keepAnswer,
  readApiKey,
  releaseClaim,
} from '#server/staff/read-api-key';
import { createCaller } from '../root';
import { noCustomer } from '../trpc';
import { findRoute } from './find-route';
import { openapi } from './openapi';
import { methodNotAllowed, problem, problemOf, type RestAnswer } from './problem';
import { readInput } from './read-input';
import type { Route } from './routes';

const bodyBytesMax = 1_048_576;
const idempotencyKeyLengthMax = 255;
const prefix = '/api/v1';

/** Answers any request below /api/v1: key, body, Idempotency-Key, procedure, in this order. */
export async function handleRest(ctx: Context, request: Request): Promise<Response> {
  const { status, body, headers } = await answerTo(ctx, request).catch(problemOf);
  const sent = { 'cache-control': 'no-store', ...headers };
  if (body === undefined) return new Response(null, { status, headers: sent });
  return new Response(request.method === 'HEAD' ? null : body, {
    status,
    headers: { 'content-type': 'application/json', ...sent },
  });
}

async function answerTo(ctx: Context, request: Request): Promise<RestAnswer> {
  const url = new URL(request.url);
  const path = url.pathname.slice(prefix.length);
  if (path === '/openapi.json') return describeApi(ctx, request.method);
  const found = findRoute(path, request.method);
  switch (found.kind) {
    case 'route':
      return answerRoute(ctx, { request, url, ...found });
    case 'method':
      return methodNotAllowed(found.allowed);
    case 'missing':
      return problem('not_found', 'There is no such path.');
    default:
      return found satisfies never;
  }
}

function describeApi({ env }: Context, method: string): RestAnswer {
  const isRead = method === 'GET' || method === 'HEAD';
  if (!isRead) return methodNotAllowed(['GET']);
  return { status: 200, body: JSON.stringify(openapi(env.appUrl)) };
}

type Asked = Readonly<{
  request: Request;
  url: URL;
  route: Route;
  params: Readonly<Record<string, string>>;
}>;

async function answerRoute(ctx: Context, asked: Asked): Promise<RestAnswer> {
  const { request, route } = asked;
  const bytes = await readBody(request, bodyBytesMax);
  const idempotencyKey = route.method === 'POST' ? request.headers.get('idempotency-key') : null;
  if (idempotencyKey && idempotencyKey.length > idempotencyKeyLengthMax) {
    return problem('malformed', 'An Idempotency-Key has at most 255 characters.');
  }
  const reading = await readKey(ctx, asked, { bytes, idempotencyKey });
  if (!reading?.caller) return unauthorized();
  const early = earlyAnswer(reading.claim);
  if (early) return early;
  const { answer, isKept } = await callRoute(ctx, asked, { bytes, reading });
  if (!isKept) await settleClaim(ctx, reading.claim, answer);
  return answer;
}

type Sent = Readonly<{ bytes: Uint8Array | null; idempotencyKey: string | null }>;

async function readKey(
  ctx: Context,
  { request, url }: Asked,
  { bytes, idempotencyKey: key }: Sent,
): Promise<KeyReading | null> {
  const [, apiKey] = /^Bearer +(\S+)\s*$/i.exec(request.headers.get('authorization') ?? '') ?? [];
  if (apiKey === undefined) return null;
  if (!key || bytes === null) return readApiKey(ctx, { apiKey, idempotency: null });
  const requestHash = createHash('sha256').update(`${url.pathname}\n`).update(bytes).digest('hex');
  return readApiKey(ctx, { apiKey, idempotency: { key, requestHash } });
}

type Read = Readonly<{ bytes: Uint8Array | null; reading: KeyReading }>;
type Answered = Readonly<{ answer: RestAnswer; isKept: boolean }>;

async function callRoute(ctx: Context, asked: Asked, { bytes, reading }: Read): Promise<Answered> {
  const { request, route, params, url } = asked;
  if (!reading.caller?.scopes.has(route.scope)) {
    const detail = `This needs the scope ${route.scope}, which the key does not have.`;
    return { answer: problem('forbidden', detail), isKept: false };
  }
  const read = readInput({ route, url, headers: request.headers, bytes });
  if ('fault' in read) return { answer: read.fault, isKept: false };
  const kept = { is: false };
  const api = createCaller({
    ...ctx,
    caller: reading.caller,
    ...noCustomer,
    shop: reading.shop,
    counts: { inbox: 0, messages: 0 },
    keepAnswer: (status, body) => {
      kept.is = reading.claim?.state === 'mine';
      return keepAnswer(ctx, reading.claim, { status, body: JSON.stringify(body) });
    },
  });
  try {
    const { status, body } = await route.call(api, { path: params, input: read.input });
    const answer = { status, ...(body !== undefined && { body: JSON.stringify(body) }) };
    return { answer, isKept: kept.is };
  } catch (error) {
    return { answer: problemOf(error), isKept: false };
  }
}

/** What is told without doing the work: the answer again, or that the key cannot be used. */
function earlyAnswer(claim: Claimed | null): RestAnswer | null {
  switch (claim?.state) {
    case 'answered':
      return replayed(claim);
    case 'working':
      return problem('conflict', 'A request with this Idempotency-Key is still being worked on.');
    case 'reused':
      return problem(
        'idempotency_key_reused',
        'This Idempotency-Key came with another request before. Use a new key.',
      );
    default:
      return null;
  }
}

function replayed({ status, body }: Claimed & { state: 'answered' }): RestAnswer {
  const type = status >= 400 ? 'application/problem+json' : 'application/json';
  const headers = { 'content-type': type, 'idempotency-replayed': 'true' };
  return { status, ...(body !== null && { body }), headers };
}

/** A refusal is an answer to keep; after a fault of the request the key is free again. */
async function settleClaim(ctx: Context, claim: Claimed | null, answer: RestAnswer): Promise<void> {
  const { status, body = null } = answer;
  const isRefusal = status === 409 && body?.includes('"code":"refused"') === true;
  if (status >= 400 && !isRefusal) await releaseClaim(ctx, claim);
  else await commit(ctx.db, keepAnswer(ctx, claim, { status, body }));
}

function unauthorized(): RestAnswer {
  return problem('unauthorized', 'Send a valid API key as Authorization: Bearer <key>.', {
    headers: { 'www-authenticate': 'Bearer' },
  });
}
