import { expect, test } from 'vitest';
import { prettyJson } from './pretty-json';
import { showBody } from './show-body';

test('JSON is indented and every value keeps its spelling', () => {
  expect(prettyJson('{"a":10.00,"b":[1e2,"x, \\"{y}"],"c":{},"d":[]}')).toBe(
    '{\n  "a": 10.00,\n  "b": [\n    1e2,\n    "x, \\"{y}"\n  ],\n  "c": {},\n  "d": []\n}',
  );
});

test.each(['', 'x=1', '{"a":', '"text"', 'null', '[1] [2]'])('%j is not JSON', (text) => {
  expect(prettyJson(text)).toBeNull();
});

test('indented JSON means the same', () => {
  const value = { list: [{ deep: [[null, true, 'ü\n"']] }], empty: {} };
  expect(JSON.parse(prettyJson(JSON.stringify(value)) ?? '')).toEqual(value);
});

test('a form is decoded field by field, in UTF-8 or in latin1, and kept raw beside it', () => {
  const raw = 'x_first_name=Ren%E9e&x_city=Z%C3%BCrich&x_note=a+b&x_card=411111••••••1111&x_flag';
  const type = 'application/x-www-form-urlencoded';
  expect(showBody(raw, type)).toEqual({
    kind: 'form',
    fields: [
      { name: 'x_first_name', value: 'Renée' },
      { name: 'x_city', value: 'Zürich' },
      { name: 'x_note', value: 'a b' },
      { name: 'x_card', value: '411111••••••1111' },
      { name: 'x_flag', value: '' },
    ],
    left: 0,
    text: raw,
    isCut: false,
  });
});

test('what is neither is shown as it is', () => {
  expect(showBody('<xml a="1"/>', 'text/xml')).toMatchObject({ kind: 'text' });
  expect(showBody('{"a": broken', 'application/json')).toMatchObject({ kind: 'text' });
  expect(showBody('', '')).toEqual({ kind: 'text', text: '', isCut: false });
});

test.each([
  ['a&'.repeat(131_072), 'application/x-www-form-urlencoded'],
  ['a=1&'.repeat(65_536), ''],
  ['['.repeat(131_072), ''],
  [`${'['.repeat(5000)}${']'.repeat(5000)}`, 'application/json'],
  [`[${'1,'.repeat(131_000)}1]`, ''],
  ['%'.repeat(262_144), 'application/x-www-form-urlencoded'],
])('a hostile body number %# is laid out and cut', (body, type) => {
  const shown = showBody(body, type);
  expect(shown.text.length).toBeLessThanOrEqual(64 * 1024);
  if (shown.kind === 'form') expect(shown.fields.length).toBeLessThanOrEqual(250);
});
