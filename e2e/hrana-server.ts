import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { HranaPipeline } from './hrana-protocol';
import { HranaFault } from './hrana-statements';
import { closeStreams, openStreams, runPipeline, type Streams } from './hrana-streams';

type HranaServerOptions = Readonly<{
  file: string;
  port: number;
  host?: string;
  authToken?: string;
}>;

/** A libSQL server for tests, and the count of what it was asked since the last reset. */
export type HranaServer = Readonly<{
  url: string;
  roundTrips(): number;
  statements(): readonly string[];
  resetRoundTrips(): void;
  close(): Promise<void>;
}>;

type Desk = { readonly streams: Streams; readonly statements: string[]; roundTrips: number };
type Answer = Readonly<{ status: number; body: unknown }>;

const statementsKeptMax = 1000;

/**
 * Serves one database file over HTTP to @libsql/client, in place of a libSQL server that cannot be
 * installed everywhere. Every request that reaches the database counts as one round trip.
 * Port 0 takes a free port. Rejects when the port is taken or the file cannot be opened.
 */
export async function startHranaServer(options: HranaServerOptions): Promise<HranaServer> {
  const { file, port, host = '127.0.0.1', authToken } = options;
  const desk = openDesk(file);
  const server = createServer(async (request, response) => {
    const isAllowed = !authToken || request.headers.authorization === `Bearer ${authToken}`;
    reply(response, await answer(desk, request, isAllowed).catch(answerDefect));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return {
    url: `http://${host}:${portOf(server.address())}`,
    roundTrips: () => desk.roundTrips,
    statements: () => [...desk.statements],
    resetRoundTrips: () => resetCount(desk),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      closeStreams(desk.streams);
    },
  };
}

function openDesk(file: string): Desk {
  const statements: string[] = [];
  const streams = openStreams(file, (sql) => {
    statements.push(sql);
    statements.splice(0, statements.length - statementsKeptMax);
  });
  return { streams, statements, roundTrips: 0 };
}

async function answer(desk: Desk, request: IncomingMessage, isAllowed: boolean): Promise<Answer> {
  const route = `${request.method} ${request.url}`;
  if (route === 'GET /__count') {
    return { status: 200, body: { roundTrips: desk.roundTrips, statements: desk.statements } };
  }
  if (route === 'POST /__reset') {
    resetCount(desk);
    return { status: 200, body: {} };
  }
  if (!isAllowed) {
    return fault(401, 'The token is missing or wrong', 'AUTH_REJECTED');
  }
  if (/^GET \/v[23]$/.test(route)) {
    return { status: 200, body: {} };
  }
  if (/^POST \/v[23]\/pipeline$/.test(route)) {
    return answerPipeline(desk, await text(request));
  }
  return fault(404, `There is no ${route} here`, 'NOT_FOUND');
}

async function answerPipeline(desk: Desk, body: string): Promise<Answer> {
  desk.roundTrips += 1;
  const pipeline = HranaPipeline.safeParse(parseJson(body));
  if (!pipeline.success) {
    return fault(400, pipeline.error.message, 'HRANA_PROTO_ERROR');
  }
  try {
    return { status: 200, body: await runPipeline(desk.streams, pipeline.data) };
  } catch (error) {
    if (error instanceof HranaFault) {
      return fault(400, error.message, error.code);
    }
    throw error;
  }
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function fault(status: number, message: string, code: string): Answer {
  return { status, body: { message, code } };
}

function answerDefect(defect: unknown): Answer {
  console.error(defect);
  return fault(500, String(defect), 'INTERNAL_ERROR');
}

function reply(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function resetCount(desk: Desk): void {
  desk.roundTrips = 0;
  desk.statements.length = 0;
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') {
    throw new TypeError('The server listens on no port');
  }
  return address.port;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      file: { type: 'string', default: 'data/counterfoil.db' },
      port: { type: 'string', default: '8080' },
      host: { type: 'string', default: '127.0.0.1' },
      token: { type: 'string', default: '' },
    },
  });
  const { file, port, host, token } = values;
  const server = await startHranaServer({ file, port: Number(port), host, authToken: token });
  console.log(server.url);
  process.once('SIGTERM', () => void server.close());
  process.once('SIGINT', () => void server.close());
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main();
}
