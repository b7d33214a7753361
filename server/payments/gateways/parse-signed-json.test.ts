import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSignedJsonTexts } from './parse-signed-json';

function read(text: string): unknown {
  const json = parseSignedJsonTexts(Buffer.from(text));
  return json.ok ? json.value : json.reason;
}

test('numbers are the texts that were sent, and texts that look like numbers stay as they are', () => {
  expect(read('{"a":59.90,"b":[-0,1E+5, 12345678901234567890],"3":"4","5\\"6":"7,8\\\\"}')).toEqual(
    {
      a: '59.90',
      b: ['-0', '1E+5', '12345678901234567890'],
      3: '4',
      '5"6': '7,8\\',
    },
  );
});

test('any object is read as a reader that is told of the source would read it', () => {
  const sourceOf = (_: string, value: unknown, context?: { source?: string }) =>
    typeof value === 'number' ? context?.source : value;
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const text = JSON.stringify(object, null, 1);
      expect(read(text)).toEqual(JSON.parse(text, sourceOf));
    }),
  );
});

test.each([
  ['{"a":1,"\\u0061":2}', /same field twice/],
  ['[1]', /not a JSON object/],
  ['{"a":01}', /not JSON/],
  ['{"a":NaN}', /not JSON/],
])('%s is refused', (text, reason) => {
  expect(read(text)).toMatch(reason);
});
