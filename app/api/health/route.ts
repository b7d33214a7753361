import { refuseMethod } from '#server/api/rest/refuse-method';
import { processContext } from '#server/context';
import { countOutbox, type OutboxCounts } from '#server/mail/count-outbox';
import { version } from '../../../package.json';

export const dynamic = 'force-dynamic';

const patienceMs = 5_000;

export async function GET(): Promise<Response> {
  try {
    const outbox = await Promise.race([readOutbox(), giveUp()]);
    return answer(200, { status: 'ok', version, database: 'ok', outbox });
  } catch (error) {
    console.error('The health check failed.', error);
    return answer(503, { status: 'unavailable', version, database: wordsFor(error) });
  }
}

async function readOutbox(): Promise<OutboxCounts> {
  const { db } = await processContext();
  return countOutbox(db);
}

function giveUp(): Promise<never> {
  const { promise, reject } = Promise.withResolvers<never>();
  setTimeout(() => reject(new Error('no answer in time')), patienceMs).unref?.();
  return promise;
}

function wordsFor(error: unknown): string {
  const known = error instanceof Error ? `${error.message} ${error.cause ?? ''}` : '';
  return known.includes('no such table')
    ? 'The database has not been set up: run npm start.'
    : 'The database does not answer.';
}

function answer(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: { 'cache-control': 'no-store' } });
}

const refused = refuseMethod('GET');

export { refused as DELETE, refused as OPTIONS, refused as PATCH, refused as POST, refused as PUT };
