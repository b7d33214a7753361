import { type IncomingMessage, Server, ServerResponse } from 'node:http';

/**
 * What a route says in place of Content-Length, which Next takes off every answer of a route
 * (send-response.js): without it no browser shows how far a download is.
 */
export const lengthHeader = 'x-file-length';

/** Makes every HTTP server of this process write that header as the Content-Length it stands for. */
export function keepLengths(): void {
  const { emit } = Server.prototype;
  Object.defineProperty(Server.prototype, 'emit', {
    configurable: true,
    writable: true,
    value(this: Server, ...heard: readonly [string | symbol, ...unknown[]]): boolean {
      const [event, request, response] = heard;
      const isDownload =
        event === 'request' &&
        response instanceof ServerResponse &&
        (request as IncomingMessage).url?.startsWith('/download/');
      if (isDownload) keepLengthOf(response);
      return Reflect.apply(emit, this, heard);
    },
  });
}

function keepLengthOf(response: ServerResponse): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) =>
    name.toLowerCase() === lengthHeader
      ? setHeader('content-length', String(value))
      : setHeader(name, value);
}
