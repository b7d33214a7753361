import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { refuseBrokenAddresses } from './refuse-broken-addresses';

test('an address that cannot be decoded is 400, and every other one is served', async () => {
  const server = createServer((request, response) => response.end(request.url));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  refuseBrokenAddresses();
  const { port } = server.address() as AddressInfo;
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`);
  for (const path of ['/orders/%ZZ', '/orders/%E0%A4%A', '/track/%']) {
    const answer = await ask(path);
    expect([path, answer.status]).toEqual([path, 400]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  }
  for (const path of ['/orders/A%2F1', '/orders?q=%ZZ', '/%E2%82%AC']) {
    expect(await (await ask(path)).text()).toBe(path);
  }
  server.close();
});
