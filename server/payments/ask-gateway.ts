import type { Env } from '#server/env';
import { readBody } from '#server/read-body';
import type { Answer, Ask, Question } from './gateways/ask';
import type { Gateway } from './gateways/gateway';

const timeoutMs = 5_000;
const answerBytesMax = 262_144;

/** The way out for one adapter: https, its own hosts, 5 s, 256 KiB, and no redirect. */
export function askerOf(
  { hosts = [] }: Pick<Gateway, 'hosts'>,
  { gatewayProxyUrl }: Pick<Env, 'gatewayProxyUrl'>,
): Ask {
  return async (question) => {
    const url = addressOf(question.url, hosts, gatewayProxyUrl);
    return url && askOnce(url, question);
  };
}

/** Where a proxy is set, `https://host/path` is asked for as `<proxy>/host/path`. */
function addressOf(text: string, hosts: readonly string[], proxy: string | null): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isPlain = url?.protocol === 'https:' && url.port === '' && url.username === '';
  if (!url || !isPlain || !hosts.includes(url.hostname)) return null;
  return proxy === null ? url : new URL(`${proxy}/${url.hostname}${url.pathname}${url.search}`);
}

async function askOnce(url: URL, { method, headers, body }: Question): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      method,
      headers: { ...headers, 'user-agent': 'Counterfoil' },
      ...(body && { body: Buffer.from(body) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    const isRedirect = response.status >= 300 && response.status < 400;
    const answer = isRedirect ? null : await readBody(response, answerBytesMax);
    return answer && { status: response.status, body: answer };
  } catch {
    return null;
  }
}
