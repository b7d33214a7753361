import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDownloadLink, signDownload } from './download-link';

const secret = 'a secret of these tests and of nothing else';
const download = { id: randomUUID(), expiresAt: Date.UTC(2026, 10, 23, 9) };

test('an address gives back what was signed', () => {
  const token = signDownload(download, secret);
  expect(readDownloadLink(token, secret)).toEqual(download);
  expect(token).toMatch(/^[\w-]{72}$/);
});

test('an address that was changed anywhere, or signed with another secret, is none', () => {
  const token = signDownload(download, secret);
  for (let index = 0; index < token.length; index += 1) {
    const other = token[index] === 'A' ? 'B' : 'A';
    const forged = `${token.slice(0, index)}${other}${token.slice(index + 1)}`;
    expect(readDownloadLink(forged, secret)).toBeNull();
  }
  expect(readDownloadLink(token, `${secret}.`)).toBeNull();
});

test('whatever else stands there is none', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String()), (text) => {
      expect(readDownloadLink(text, secret)).toBeNull();
    }),
  );
});
