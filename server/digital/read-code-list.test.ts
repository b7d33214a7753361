import { expect, test } from 'vitest';
import { nameDuplicates } from './name-duplicates';
import { decodeTextFile, readCodeFile, readPastedCodes } from './read-code-list';

const codesOf = (given: readonly Readonly<{ code: string }>[]) => given.map(({ code }) => code);

test('a pasted list is one code per line, whatever ends the lines, commas included', () => {
  const given = readPastedCodes(' A,1 \r\n\r\nB;2\rC\n\n');
  expect(given).toEqual([
    { line: 1, code: 'A,1' },
    { line: 3, code: 'B;2' },
    { line: 4, code: 'C' },
  ]);
});

test('marks that nobody sees are left out around a code, and kept within', () => {
  const text = '\u200eAB-1\u200b\n\u202a \u00a0CD\u200d-2\ufeff\n\u200b';
  expect(readPastedCodes(text).map(({ code }) => code)).toEqual(['AB-1', 'CD\u200d-2']);
});

test('of a CSV file the first column counts, without its header', () => {
  expect(
    codesOf(readCodeFile('\uFEFFLicense key,Batch\r\n"A,""1""",x\r\nB;y\r\nC\tz', true)),
  ).toEqual(['A,"1"', 'B', 'C']);
  expect(codesOf(readCodeFile('KEY-1,x\nKEY-2,y', true))).toEqual(['KEY-1', 'KEY-2']);
  expect(codesOf(readCodeFile('A,1\nB', false))).toEqual(['A,1', 'B']);
});

test('a file is read as UTF-8 or, with its mark, as UTF-16; anything else is no text', () => {
  const utf8 = new TextEncoder().encode('Ключ-1');
  expect(decodeTextFile(utf8)).toBe('Ключ-1');
  expect(decodeTextFile(Uint8Array.of(0xff, 0xfe, 0x41, 0x00))).toBe('A');
  expect(decodeTextFile(Uint8Array.of(0x50, 0x4b, 0x03, 0x04))).toBeNull();
  expect(decodeTextFile(Uint8Array.of(0xc3, 0x28))).toBeNull();
});

test('duplicates are named by line, and told apart by where they were before', () => {
  const lines = ['AAAA-BBBB-CCCC-1111', 'known-code-number-2', 'AAAA-BBBB-CCCC-1111', 'x'];
  const given = lines.map((code, index) => ({ line: index + 1, code }));
  const duplicates = ['known-code-number-2', 'AAAA-BBBB-CCCC-1111'];
  expect(nameDuplicates(given, duplicates)).toEqual([
    { line: 2, masked: '••••r-2', isKnown: true },
    { line: 3, masked: '••••111', isKnown: false },
  ]);
});

test('of a code that the pool had, both occurrences are named', () => {
  const given = ['A', 'B', 'A'].map((code, index) => ({ line: index + 1, code }));
  expect(nameDuplicates(given, ['A', 'A'])).toEqual([
    { line: 1, masked: '••••', isKnown: true },
    { line: 3, masked: '••••', isKnown: false },
  ]);
});
