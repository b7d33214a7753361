import { type Method, type Route, routes } from './routes';

export type FoundRoute =
  | Readonly<{ kind: 'route'; route: Route; params: Readonly<Record<string, string>> }>
  | Readonly<{ kind: 'method'; allowed: readonly Method[] }>
  | Readonly<{ kind: 'missing' }>;

/** The route of a path below /api/v1, or which methods the path knows. */
export function findRoute(path: string, method: string): FoundRoute {
  const matching = routes.flatMap((route) => {
    const params = paramsOf(route.path, path);
    return params ? [{ route, params }] : [];
  });
  const found = matching.find(({ route }) => isAnswered(route, method));
  if (found) return { kind: 'route', ...found };
  const allowed = matching.map(({ route }) => route.method);
  return allowed.length > 0 ? { kind: 'method', allowed } : { kind: 'missing' };
}

function isAnswered({ method, leavesTrace }: Route, asked: string): boolean {
  return asked === 'HEAD' ? method === 'GET' && !leavesTrace : method === asked;
}

function paramsOf(pattern: string, path: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decoded(given[index] ?? '');
    if (part.startsWith('{')) {
      if (!value) return null;
      params[part.slice(1, -1)] = value;
    } else if (part !== value) {
      return null;
    }
  }
  return params;
}

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch {
    return null;
  }
}
