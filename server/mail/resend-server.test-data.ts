import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

type ResendRequest = Readonly<{
  authorization: string | undefined;
  key: string | undefined;
  mail: Readonly<Record<string, unknown>>;
}>;

type Answer = Readonly<{ status: number; body: unknown; headers?: Record<string, string> }>;

export type ResendRig = Readonly<{
  baseUrl: string;
  requests: readonly ResendRequest[];
  /** What left, each idempotency key once, as Resend has it. */
  mails: () => readonly Readonly<Record<string, unknown>>[];
  answerWith: (answer: Answer | 'hang' | 'cut' | null) => void;
  close: () => Promise<void>;
}>;

/** For tests: `POST /emails` as Resend's API has it, behind the key `re_test`. */
export async function startResendServer(): Promise<ResendRig> {
  const requests: ResendRequest[] = [];
  const taken = new Map<string, ResendRequest['mail']>();
  let answer: Answer | 'hang' | 'cut' | null = null;
  const server = createServer(async (request, response) => {
    const { authorization, 'idempotency-key': given } = request.headers;
    const mail = JSON.parse(await text(request));
    const key = given === undefined ? undefined : String(given);
    requests.push({ authorization, key, mail });
    const { status, body, headers } = answerTo(authorization, key, mail);
    if (answer === 'hang') return;
    if (answer === 'cut') return void request.socket.destroy();
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(body));
  });

  function answerTo(authorization: string | undefined, key = '', mail = {}): Answer {
    if (authorization !== 'Bearer re_test') return fault(401, 'invalid_api_key');
    if (answer !== null && typeof answer === 'object') return answer;
    const before = taken.get(key);
    if (before && JSON.stringify(before) !== JSON.stringify(mail))
      return fault(409, 'invalid_idempotent_request');
    taken.set(key, mail);
    return { status: 200, body: { id: `resend-${key}` } };
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    requests,
    mails: () => [...taken.values()],
    answerWith: (next) => {
      answer = next;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** An error as Resend writes it. */
export function fault(status: number, name: string, headers: Record<string, string> = {}): Answer {
  return { status, headers, body: { statusCode: status, name, message: `said ${name}` } };
}
