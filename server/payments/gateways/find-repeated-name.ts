/** The first name that comes twice in one object of a JSON text that is known to be valid, or null. */
export function findRepeatedName(json: string): string | null {
  const open: (Set<string> | null)[] = [];
  let before = '';
  for (const token of json.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g) ?? []) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ',' && (before === '{' || before === ',')) {
      const name = nameOf(token);
      const names = open.at(-1);
      if (names?.has(name)) return name;
      names?.add(name);
    }
    before = token;
  }
  return null;
}

function nameOf(token: string): string {
  return token.includes('\\') ? String(JSON.parse(token)) : token.slice(1, -1);
}
