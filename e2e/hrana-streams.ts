import { randomUUID } from 'node:crypto';
import Database from 'libsql';
import type { HranaPipeline } from './hrana-protocol';
import { answerRequest, HranaFault, type HranaStream } from './hrana-statements';

type OpenStream = HranaStream & { expiry?: NodeJS.Timeout };

/** The streams of one server. One that outlives its request is found again by its last baton. */
export type Streams = {
  readonly file: string;
  readonly onStatement: (sql: string) => void;
  readonly idle: HranaStream['connection'][];
  readonly byBaton: Map<string, OpenStream>;
  readonly waiting: (() => void)[];
  holder: OpenStream | undefined;
};

const idleMsMax = 10_000;

export function openStreams(file: string, onStatement: (sql: string) => void): Streams {
  const idle = [connect(file)];
  return { file, onStatement, idle, byBaton: new Map(), waiting: [], holder: undefined };
}

/**
 * Runs a pipeline from start to end without another in between. While a stream keeps a transaction
 * open from one request to the next, the others wait until it ends or has been idle for ten seconds.
 */
export async function runPipeline(streams: Streams, { baton, requests }: HranaPipeline) {
  while (streams.holder !== undefined && streams.byBaton.get(baton ?? '') !== streams.holder) {
    await new Promise<void>((resolve) => streams.waiting.push(resolve));
  }
  const stream = baton ? resume(streams, baton) : open(streams);
  const results = requests.map((request) => answerRequest(stream, request));
  const isClosed = requests.some(({ type }) => type === 'close');
  if (isClosed) {
    release(streams, stream);
  }
  return { baton: isClosed ? null : park(streams, stream), base_url: null, results };
}

export function closeStreams(streams: Streams): void {
  for (const stream of streams.byBaton.values()) {
    release(streams, stream);
  }
  for (const connection of streams.idle) {
    connection.close();
  }
}

function connect(file: string): HranaStream['connection'] {
  return new Database(file, { timeout: 5000 });
}

function open(streams: Streams): OpenStream {
  const connection = streams.idle.pop() ?? connect(streams.file);
  return { connection, storedSql: new Map(), onStatement: streams.onStatement };
}

function resume(streams: Streams, baton: string): OpenStream {
  const stream = streams.byBaton.get(baton);
  if (stream === undefined) {
    throw new HranaFault('The stream has expired or was never opened', 'STREAM_EXPIRED');
  }
  streams.byBaton.delete(baton);
  clearTimeout(stream.expiry);
  return stream;
}

function park(streams: Streams, stream: OpenStream): string {
  const baton = randomUUID();
  streams.byBaton.set(baton, stream);
  stream.expiry = setTimeout(() => {
    streams.byBaton.delete(baton);
    release(streams, stream);
  }, idleMsMax).unref();
  streams.holder = stream.connection.inTransaction ? stream : undefined;
  wakeWaiting(streams);
  return baton;
}

function release(streams: Streams, stream: OpenStream): void {
  clearTimeout(stream.expiry);
  if (stream.connection.inTransaction) {
    stream.connection.exec('ROLLBACK');
  }
  streams.idle.push(stream.connection);
  if (streams.holder === stream) {
    streams.holder = undefined;
  }
  wakeWaiting(streams);
}

function wakeWaiting(streams: Streams): void {
  for (const wake of streams.waiting.splice(0)) {
    wake();
  }
}
