import { expect, test } from 'vitest';
import { parseFormBytes } from './parse-form-bytes';

test('each character of a value stands for one byte of it', () => {
  const form = parseFormBytes(Buffer.from('a=%FC+b&empty&last=%c3%bc'));
  expect(form.ok && [...form.fields]).toEqual([
    ['a', '\u00fc b'],
    ['empty', ''],
    ['last', '\u00c3\u00bc'],
  ]);
});

test('a form of fields without end is refused before they are read', () => {
  const broken = '&%=1';
  const fields = Array.from({ length: 10_001 }, (_, place) => `f${place}=1`).join('&');
  for (const body of [fields, '&'.repeat(250_000), `${fields}${broken}`]) {
    expect(parseFormBytes(Buffer.from(body))).toEqual({
      ok: false,
      reason: expect.stringContaining('more fields'),
    });
  }
});
