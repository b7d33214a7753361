import { expect, test } from 'vitest';
import { attachmentHeader } from './attachment-header';

/** The name that a browser takes: `filename*` counts before `filename`. */
function savedAs(name: string): string {
  const [, encoded = ''] = /filename\*=UTF-8''(\S+)$/.exec(attachmentHeader(name)) ?? [];
  return decodeURIComponent(encoded);
}

test.each([
  'guide.pdf',
  'Ein schöner Führer (2. Auflage).pdf',
  '手引き.epub',
  'دليل.pdf',
  'путеводитель.zip',
  "l'été à 100%.mp3",
  '👩‍🌾 songs.flac',
])('%s is saved under its name', (name) => {
  expect(savedAs(name)).toBe(name);
  expect(attachmentHeader(name)).toMatch(/^[\x20-\x7e]*$/);
});

test('programs that know plain letters only are given a name in them', () => {
  expect(attachmentHeader('a"b\\c%20é.pdf')).toMatch(/^attachment; filename="a_b_c_20_.pdf"; /);
});

test.each([
  ['../../etc/passwd', '__.._etc_passwd'],
  ['C:\\boot.ini', 'C__boot.ini'],
  ['.htaccess', '_htaccess'],
  ['guide\r\nSet-Cookie: x=1.pdf', 'guideSet-Cookie_ x=1.pdf'],
  ['invoice\u202Efdp.exe', 'invoicefdp.exe'],
  ['\uD800.pdf', '\uFFFD.pdf'],
  [' \n ', 'download'],
])('%j cannot lead astray', (name, expected) => {
  expect(savedAs(name)).toBe(expected);
});
