import { decode, encode } from 'next-auth/jwt';
import type { Env } from '#server/env';
import { sessionLifeMs } from './session-limits';

/** The cookie as next-auth names it, so that its own routes and our sign-in write the same one. */
export function sessionCookie({ appUrl }: Env) {
  const secure = appUrl.startsWith('https://');
  return {
    name: `${secure ? '__Secure-' : ''}next-auth.session-token`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure },
  } as const;
}

export const sessionCookieSeconds = sessionLifeMs / 1000;

/** Encrypts a session's id into what the cookie holds. */
export function sealSessionId({ authSecret: secret }: Env, sid: string): Promise<string> {
  return encode({ token: { sid }, secret, maxAge: sessionCookieSeconds });
}

/** The session's id in a cookie; null for a cookie that is not ours, too old, or damaged. */
export async function openSessionId(
  { authSecret: secret }: Env,
  token: string | undefined,
): Promise<string | null> {
  try {
    const content = token ? await decode({ token, secret }) : null;
    return typeof content?.sid === 'string' ? content.sid : null;
  } catch {
    return null;
  }
}
