import { expect, test } from 'vitest';
import { readForm } from './read-form';

function sent(body: BodyInit, headers: Record<string, string> = {}): Request {
  const init = { method: 'POST', body, headers, duplex: 'half' };
  return new Request('http://shop.example/track', init);
}

test('the fields of a form are read in both encodings, as they were typed', async () => {
  const fields = { name: 'Zoë & 山田', text: 'a=b\r\nc' };
  const multipart = new FormData();
  for (const [name, value] of Object.entries(fields)) multipart.set(name, value);
  for (const body of [new URLSearchParams(fields), multipart]) {
    expect(Object.fromEntries((await readForm(sent(body))) ?? [])).toEqual(fields);
  }
});

test('a body without end is left after 64 KiB, and its sender is let go', async () => {
  let [given, isLetGo] = [0, false];
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      given += 1024;
      controller.enqueue(new Uint8Array(1024).fill(97));
    },
    cancel: () => {
      isLetGo = true;
    },
  });
  const type = { 'content-type': 'application/x-www-form-urlencoded' };
  expect(await readForm(sent(endless, type))).toBeNull();
  expect(isLetGo).toBe(true);
  expect(given).toBeLessThan(80_000);
});

test('a body that is no form, or breaks off, is none', async () => {
  expect(await readForm(sent('{}', { 'content-type': 'application/json' }))).toBeNull();
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('cut')) });
  expect(await readForm(sent(broken))).toBeNull();
});
