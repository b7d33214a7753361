import type { Context } from '#server/context';
import { databaseFault } from '#server/database-fault';
import { AppError } from '#server/errors';
import { readBody } from '#server/read-body';
import { receiveCallback } from './receive-callback';

const bodyBytesMax = 262_144;

/** Takes a request of a gateway in, from its bytes to the answer: of the route, and of the lab. */
export async function answerDelivery(
  openContext: () => Promise<Context>,
  slug: string,
  request: Request,
): Promise<Response> {
  const body = await readBody(request, bodyBytesMax);
  const message = { body: body ?? new Uint8Array(), headers: Object.fromEntries(request.headers) };
  try {
    const delivery = { slug, message, isTooLarge: body === null };
    const reply = await receiveCallback(await openContext(), delivery);
    const type = reply.contentType ?? 'text/plain; charset=utf-8';
    return new Response(reply.text, { status: reply.status, headers: { 'content-type': type } });
  } catch (error) {
    return deliveryFailure(error);
  }
}

/** Anything but 2xx makes the gateway send the message again: nothing of it is lost. */
export function deliveryFailure(error: unknown): Response {
  if (error instanceof AppError && error.code === 'not_found') {
    return new Response('There is no such address.\n', { status: 404 });
  }
  const isTold = error instanceof AppError ? true : databaseFault(error) !== null;
  if (!isTold) console.error(error);
  const headers = { 'retry-after': '5' };
  return new Response('Not taken. Send it again.\n', { status: 503, headers });
}
