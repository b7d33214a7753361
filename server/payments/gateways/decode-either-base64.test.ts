import { expect, test } from 'vitest';
import { decodeEitherBase64 } from './decode-either-base64';

test.each(['-_8', '+/8', '-_8=', '+/8='])('%s means the same two bytes', (text) => {
  expect(decodeEitherBase64(text)).toEqual(Buffer.from([0xfb, 0xff]));
});

test.each(['', '=', 'A', '-/8', '-_9', '-_8==', '+/8 ', ' +/8', '+/+=/', '+/8=\n'])(
  '%j is refused',
  (text) => {
    expect(decodeEitherBase64(text)).toBeNull();
  },
);
