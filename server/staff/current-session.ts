import { cookies } from 'next/headers';
import type { Context } from '#server/context';
import {
  openSessionId,
  sealSessionId,
  sessionCookie,
  sessionCookieSeconds,
} from './session-cookie';

/** The session id in this request's cookie, without asking the database: it may have ended. */
export async function currentSessionId({ env }: Context): Promise<string | null> {
  return openSessionId(env, (await cookies()).get(sessionCookie(env).name)?.value);
}

/** Hands the browser a session; in server actions and route handlers only. */
export async function rememberSession({ env }: Context, sid: string): Promise<void> {
  const { name, options } = sessionCookie(env);
  const value = await sealSessionId(env, sid);
  (await cookies()).set(name, value, { ...options, maxAge: sessionCookieSeconds });
}

export async function forgetSession({ env }: Context): Promise<void> {
  const { name, options } = sessionCookie(env);
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
