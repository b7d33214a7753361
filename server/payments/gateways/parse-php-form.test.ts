import { expect, test } from 'vitest';
import { type PhpFields, type PhpValue, parsePhpForm } from './parse-php-form';

function read(body: string): unknown {
  const form = parsePhpForm(Buffer.from(body));
  return form.ok ? plain(form.fields) : form.reason;
}

function plain(fields: PhpFields): unknown {
  const value = (it: PhpValue) => (typeof it === 'string' ? it : plain(it));
  return [...fields].map(([name, it]) => [name, value(it)]);
}

test('a list stands where its first element came, with its empty elements', () => {
  expect(read('A[]=1&B=2&A[]=&A[]=3')).toEqual([
    [
      'A',
      [
        ['0', '1'],
        ['1', ''],
        ['2', '3'],
      ],
    ],
    ['B', '2'],
  ]);
});

test('keys may be named, and a list goes on after the highest number', () => {
  expect(read('A[x]=1&A[7]=2&A[]=3&A[y][]=4')).toEqual([
    [
      'A',
      [
        ['x', '1'],
        ['7', '2'],
        ['8', '3'],
        ['y', [['0', '4']]],
      ],
    ],
  ]);
});

test('a bracket that is not closed belongs to the name', () => {
  expect(read('A[=1&[]=2')).toEqual([
    ['A[', '1'],
    ['[]', '2'],
  ]);
});

test.each([
  'A=1&A=2',
  'A=1&A[]=2',
  'A[]=1&A=2',
  'A[]=1&A[0]=2',
  'A[b]=1&A[b][]=2',
  '__proto__=1&__proto__=2',
])('%s is refused, as one value would overwrite the other', (body) => {
  expect(read(body)).toMatch(/comes twice/);
});

test('a broken escape, lists nested too deep and fields without end are refused', () => {
  expect(read('A=%e')).toMatch(/no escape/);
  expect(read(`A${'[]'.repeat(9)}=1`)).toMatch(/too deep/);
  expect(read('A[]&'.repeat(10_001))).toMatch(/more fields/);
});
