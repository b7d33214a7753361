import { isSecretField } from './is-secret-field';

type Container = Readonly<{ name: string; isSecret: boolean }>;

/**
 * Edits valid JSON text in place: values of secret fields, and all that lies in them, become
 * `hidden`; every other text or number goes through `maskText`. What needs no change keeps its
 * spelling, blanks included. `null`, `true`, `false` and the empty text tell nothing and stay.
 */
export function maskJson(json: string, hidden: string, maskText: (text: string) => string): string {
  const tokens = json.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|\s+|[^\s{}[\]:,"]+/g) ?? [];
  const open: Container[] = [];
  let name = '';
  const isSecretName = rememberingLast(isSecretField);
  const isSecret = () => {
    const around = open.at(-1);
    return around?.isSecret === true || isSecretName([around?.name ?? '', name]);
  };
  return tokens
    .map((token, at) => {
      if (token === '{' || token === '[') open.push({ name, isSecret: isSecret() });
      else if (token === '}' || token === ']') open.pop();
      else if (token === ',') name = open.at(-1)?.name ?? '';
      else if (isName(tokens, at)) name = textOf(token);
      else if (/^["\d-]/.test(token)) return maskValue(token, isSecret() ? () => hidden : maskText);
      return token;
    })
    .join('');
}

/** The items of a list bear one name, and there may be a hundred thousand of them. */
function rememberingLast(isSecretName: typeof isSecretField): typeof isSecretField {
  let [lastParent, lastName, last] = ['', '', isSecretName(['', ''])];
  return ([parent = '', name = '']) => {
    if (parent !== lastParent || name !== lastName) {
      [lastParent, lastName, last] = [parent, name, isSecretName([parent, name])];
    }
    return last;
  };
}

function isName(tokens: readonly string[], at: number): boolean {
  if (!tokens[at]?.startsWith('"')) return false;
  const next = /^\s/.test(tokens[at + 1] ?? '') ? tokens[at + 2] : tokens[at + 1];
  return next === ':';
}

function textOf(token: string): string {
  return token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
}

function maskValue(token: string, maskText: (text: string) => string): string {
  // A number keeps its digits as text: as a number, a long one would lose the last of them.
  const plain = token.startsWith('"') ? textOf(token) : token;
  const masked = plain === '' ? plain : maskText(plain);
  return masked === plain ? token : JSON.stringify(masked);
}
