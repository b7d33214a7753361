import { createHash, timingSafeEqual } from 'node:crypto';
import { problem } from '#server/api/rest/problem';
import { refuseMethod } from '#server/api/rest/refuse-method';
import { processContext } from '#server/context';
import { runWorkerRound } from '#server/run-worker-round';

export async function POST(request: Request): Promise<Response> {
  const ctx = await processContext();
  const { cronSecret } = ctx.env;
  if (cronSecret === null)
    return refuse('unavailable', 'CRON_SECRET is not set, so nobody may ask for a round.');
  if (!bearsSecret(request, cronSecret))
    return refuse('unauthorized', 'Send CRON_SECRET as a bearer token.');
  const report = await runWorkerRound(ctx);
  return Response.json(report, { status: report.faults.length === 0 ? 200 : 500 });
}

function refuse(code: 'unavailable' | 'unauthorized', detail: string): Response {
  const { body, ...init } = problem(code, detail);
  return new Response(body, init);
}

/** Compared as digests, which are of one length, in constant time. */
function bearsSecret(request: Request, secret: string): boolean {
  const given = request.headers.get('authorization') ?? '';
  return timingSafeEqual(digestOf(given), digestOf(`Bearer ${secret}`));
}

function digestOf(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

const refused = refuseMethod('POST');

export { refused as DELETE, refused as GET, refused as OPTIONS, refused as PATCH, refused as PUT };
