import { isPlaceholder, type PlaceholderName, type Wording } from '#emails/_parts/wordings';

const lineLengthMax = 200;
const textLengthMax = 1000;

/** What is wrong with a text that a shopkeeper has written, in words; null where nothing is. */
export function wordingFault(text: string, wording: Wording): string | null {
  const lengthMax = wording.key.startsWith('subject') ? lineLengthMax : textLengthMax;
  if (text.length > lengthMax) return `Use ${lengthMax} characters or fewer.`;
  if (!wording.isLong && /[\r\n\u2028\u2029]/u.test(text)) return 'Use one line.';
  const names = [...text.matchAll(/\{([^{}]*)\}/gu)].map(([, name = '']) => name);
  const strange = names.find((name) => !isOneOf(name, wording.placeholders));
  if (strange !== undefined) return strangeWords(strange, wording.placeholders);
  const isOpen = /[{}]/u.test(text.replace(/\{[^{}]*\}/gu, ''));
  return isOpen
    ? `Curly brackets stand only around a name, such as {${wording.placeholders[0]}}.`
    : null;
}

function isOneOf(name: string, allowed: readonly PlaceholderName[]): boolean {
  return isPlaceholder(name) && allowed.includes(name);
}

function strangeWords(name: string, allowed: readonly PlaceholderName[]): string {
  const list = new Intl.ListFormat('en-GB', { type: 'disjunction' });
  return `There is no {${name}} here. Use ${list.format(allowed.map((one) => `{${one}}`))}.`;
}
