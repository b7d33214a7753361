const depthShownMax = 20;

/**
 * Valid JSON, one value a line; null for any other text. Every name and value keeps its spelling:
 * an amount of 10.00 must not turn into 10 on its way to the screen.
 */
export function prettyJson(text: string): string | null {
  if (!isJson(text)) return null;
  const tokens = text.match(/"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\]:,]|[^\s{}[\]:,"]+/g) ?? [];
  let depth = 0;
  return tokens
    .map((token, at) => {
      if (token === ':') return ': ';
      if (token === ',') return `,${lineBreak(depth)}`;
      if (token === '{' || token === '[') {
        depth += 1;
        return isEnd(tokens[at + 1]) ? token : token + lineBreak(depth);
      }
      if (!isEnd(token)) return token;
      depth -= 1;
      return isBegin(tokens[at - 1]) ? token : lineBreak(depth) + token;
    })
    .join('');
}

function isJson(text: string): boolean {
  try {
    return /^\s*[{[]/.test(text) && JSON.parse(text) !== null;
  } catch {
    return false;
  }
}

function isBegin(token: string | undefined): boolean {
  return token === '{' || token === '[';
}

function isEnd(token: string | undefined): boolean {
  return token === '}' || token === ']';
}

/** A stranger may send ten thousand brackets: the indent ends somewhere. */
function lineBreak(depth: number): string {
  return `\n${'  '.repeat(Math.min(depth, depthShownMax))}`;
}
