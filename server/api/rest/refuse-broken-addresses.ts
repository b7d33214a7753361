import { type IncomingMessage, Server, ServerResponse } from 'node:http';
import { problem } from './problem';

/**
 * Makes every HTTP server of this process answer 400 to an address with a `%` that is no escape.
 * Next answers 500 to those before any route of ours is asked, as it has no page for its own 400.
 */
export function refuseBrokenAddresses(): void {
  const { emit } = Server.prototype;
  Object.defineProperty(Server.prototype, 'emit', {
    configurable: true,
    writable: true,
    value(this: Server, ...heard: readonly [string | symbol, ...unknown[]]): boolean {
      const [event, request, response] = heard;
      const isRefused =
        event === 'request' &&
        response instanceof ServerResponse &&
        isBroken((request as IncomingMessage).url ?? '');
      if (isRefused) refuse(response);
      return isRefused || Reflect.apply(emit, this, heard);
    },
  });
}

function isBroken(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '');
    return false;
  } catch {
    return true;
  }
}

function refuse(response: ServerResponse): void {
  const { status, headers, body } = problem(
    'malformed',
    'The address holds a % that is no escape.',
  );
  response.writeHead(status, { ...headers, connection: 'close' }).end(body);
}
