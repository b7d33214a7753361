import fc from 'fast-check';
import { expect, test } from 'vitest';
import { requestedRange } from './requested-range';

const file = { size: 1000, etag: '"sum"' };
const asked = (range: string | null, ifRange: string | null = null) =>
  requestedRange({ range, ifRange }, file);
const part = (start: number, end: number) => ({ kind: 'part', range: { start, end } });

test.each([
  ['bytes=0-0', part(0, 0)],
  ['bytes=0-999', part(0, 999)],
  ['bytes=500-', part(500, 999)],
  ['bytes=500-5000', part(500, 999)],
  ['bytes=-1', part(999, 999)],
  ['bytes=-5000', part(0, 999)],
  ['BYTES= 7-9 ', part(7, 9)],
])('%s is the part that it names', (range, expected) => {
  expect(asked(range)).toEqual(expected);
});

test.each(['bytes=1000-', 'bytes=1000-2000', 'bytes=-0', `bytes=${'9'.repeat(40)}-`])(
  '%s is beyond the end',
  (range) => {
    expect(asked(range)).toEqual({ kind: 'unsatisfiable' });
  },
);

test.each([
  null,
  '',
  'bytes',
  'bytes=-',
  'bytes=5-2',
  'bytes=a-b',
  'bytes=0-1,5-6',
  'lines=0-1',
  'bytes=1.5-2',
  'bytes=--5',
])('%s is no range, so all is sent', (range) => {
  expect(asked(range)).toEqual({ kind: 'whole' });
});

test('a part is sent only while the file is the one that was begun', () => {
  expect(asked('bytes=5-', file.etag)).toEqual(part(5, 999));
  for (const other of ['"other"', `W/${file.etag}`, 'Mon, 23 Nov 2026 09:00:00 GMT', '']) {
    expect(asked('bytes=5-', other)).toEqual({ kind: 'whole' });
  }
});

test('whatever is asked for, what is sent lies within the file', () => {
  const number = fc.oneof(fc.nat(3000).map(String), fc.constant(''), fc.string());
  fc.assert(
    fc.property(number, number, fc.nat(2000), (first, last, size) => {
      const found = requestedRange(
        { range: `bytes=${first}-${last}`, ifRange: null },
        { size, etag: '' },
      );
      if (found.kind !== 'part') return;
      const { start, end } = found.range;
      expect(start >= 0 && start <= end && end < size).toBe(true);
    }),
  );
});

test('any cuts, resumed where they broke off, come to the same file', () => {
  const file = fc.uint8Array({ minLength: 1, maxLength: 500 });
  fc.assert(
    fc.property(file, fc.array(fc.nat(499)), (bytes, cuts) => {
      const got: number[] = [];
      for (const cut of [...cuts, bytes.length]) {
        const range = got.length === 0 ? null : `bytes=${got.length}-`;
        const found = requestedRange(
          { range, ifRange: '"sum"' },
          { size: bytes.length, etag: '"sum"' },
        );
        if (found.kind === 'unsatisfiable') break;
        const { start, end } =
          found.kind === 'part' ? found.range : { start: 0, end: bytes.length - 1 };
        expect(start).toBe(got.length);
        got.push(...bytes.slice(start, end + 1).slice(0, cut));
      }
      expect(got).toEqual([...bytes]);
    }),
  );
});
