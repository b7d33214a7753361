import type { NextAuthOptions } from 'next-auth';
import credentials from 'next-auth/providers/credentials';
import type { Context } from '#server/context';
import { clientAddress } from '#server/rate-limit/client-address';
import { readSession } from './authenticate';
import { endSession } from './end-sessions';
import { ownPath } from './own-path';
import { sessionCookie, sessionCookieSeconds } from './session-cookie';
import { signIn } from './sign-in';

/**
 * next-auth's own routes over our verbs: the token holds nothing but the session's id, and who that
 * is, is read from the database each time, so that a session ends when it is ended.
 */
export function authOptions(ctx: Context): NextAuthOptions {
  const { env } = ctx;
  return {
    secret: env.authSecret,
    session: { strategy: 'jwt', maxAge: sessionCookieSeconds },
    useSecureCookies: env.appUrl.startsWith('https://'),
    cookies: { sessionToken: sessionCookie(env) },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    providers: [passwordProvider(ctx)],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
      session: async ({ session, token }) => ({
        expires: session.expires,
        ...(await person(ctx, String(token.sid ?? ''))),
      }),
      redirect: ({ url, baseUrl }) =>
        baseUrl + ownPath(url.startsWith(`${baseUrl}/`) ? url.slice(baseUrl.length) : url),
    },
    events: {
      signOut: ({ token }) => endSession(ctx, String(token.sid ?? '')),
    },
  };
}

function passwordProvider(ctx: Context) {
  return credentials({
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(given, request) {
      const headers = new Headers(request.headers);
      const answer = await signIn(ctx, {
        email: String(given?.email ?? ''),
        password: String(given?.password ?? ''),
        address: clientAddress(headers),
        userAgent: headers.get('user-agent') ?? '',
      });
      if (answer.ok) return { id: answer.sessionId };
      if (answer.reason === 'too_many') throw new Error('TooMany');
      return null;
    },
  });
}

async function person(ctx: Context, sid: string) {
  const { caller } = await readSession(ctx, sid);
  return caller ? { user: { name: caller.actor.name, email: caller.email } } : {};
}
