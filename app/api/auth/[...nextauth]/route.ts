import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { processContext } from '#server/context';
import { authOptions } from '#server/staff/auth-options';

type Route = Readonly<{ params: Promise<{ nextauth: string[] }> }>;

async function handler(request: NextRequest, route: Route): Promise<Response> {
  const ctx = await processContext();
  // next-auth knows its own address from here only.
  process.env.NEXTAUTH_URL ??= ctx.env.appUrl;
  return NextAuth(request, route, authOptions(ctx));
}

export { handler as GET, handler as POST };
