import { refuseMethod } from '#server/api/rest/refuse-method';
import { processContext } from '#server/context';
import { databaseFault } from '#server/database-fault';
import { AppError, notFound } from '#server/errors';
import { hasPaymentAccount } from '#server/payments/has-payment-account';
import { receiveCallback } from '#server/payments/receive-callback';
import { readBody } from '#server/read-body';

const bodyBytesMax = 262_144;

type Params = Readonly<{ params: Promise<{ slug: string }> }>;

/** Control panels of gateways look whether the address answers; a mistyped one must not. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params;
  try {
    if (!(await hasPaymentAccount(await processContext(), slug))) throw notFound('The address');
    return new Response('This address takes the messages of a payment gateway.\n');
  } catch (error) {
    return failure(error);
  }
}

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { slug } = await params;
  const body = await readBody(request, bodyBytesMax);
  const message = { body: body ?? new Uint8Array(), headers: Object.fromEntries(request.headers) };
  try {
    const delivery = { slug, message, isTooLarge: body === null };
    const reply = await receiveCallback(await processContext(), delivery);
    const type = reply.contentType ?? 'text/plain; charset=utf-8';
    return new Response(reply.text, { status: reply.status, headers: { 'content-type': type } });
  } catch (error) {
    return failure(error);
  }
}

/** Anything but 2xx makes the gateway send the message again: nothing of it is lost. */
function failure(error: unknown): Response {
  if (error instanceof AppError && error.code === 'not_found') {
    return new Response('There is no such address.\n', { status: 404 });
  }
  const isTold = error instanceof AppError ? true : databaseFault(error) !== null;
  if (!isTold) console.error(error);
  const headers = { 'retry-after': '5' };
  return new Response('Not taken. Send it again.\n', { status: 503, headers });
}

const refused = refuseMethod('GET', 'POST');

export { refused as DELETE, refused as OPTIONS, refused as PATCH, refused as PUT };
