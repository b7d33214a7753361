import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { keepLengths, lengthHeader } from './keep-lengths';

test('a download is answered with the length that its route told, and nothing else is touched', async () => {
  const server = createServer((_, response) => {
    response.setHeader(lengthHeader, ['5']);
    response.write('12');
    response.end('345');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  keepLengths();
  const { port } = server.address() as AddressInfo;
  const headersOf = async (path: string, method: string) => {
    const { headers } = await fetch(`http://127.0.0.1:${port}${path}`, { method });
    return [headers.get('content-length'), headers.get(lengthHeader)];
  };
  expect(await headersOf('/download/x', 'GET')).toEqual(['5', null]);
  expect(await headersOf('/download/x', 'HEAD')).toEqual(['5', null]);
  expect(await headersOf('/track/x', 'GET')).toEqual([null, '5']);
  server.close();
});
