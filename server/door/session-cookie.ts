import { createHash } from 'node:crypto';
import type { Env } from '#server/env';
import { sessionLifeMs } from './session-limits';

/** Of its own name, apart from the cookie of staff: neither opens what the other does. */
export function customerCookie({ appUrl }: Pick<Env, 'appUrl'>) {
  const secure = appUrl.startsWith('https://');
  return {
    name: `${secure ? '__Host-' : ''}counterfoil-customer`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure, maxAge: sessionLifeMs / 1000 },
  } as const;
}

/** The id of the session that a cookie's secret opens; null for what no session of ours has. */
export function sessionIdOf(secret: string | undefined): string | null {
  if (secret === undefined || !secretPattern.test(secret)) return null;
  return createHash('sha256').update(secret).digest('base64url');
}

// 128 random bits, as `Context.newToken` makes them.
const secretPattern = /^[\w-]{22}$/;
