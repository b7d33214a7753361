'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { processContext } from '#server/context';
import { clientAddress } from '#server/rate-limit/client-address';
import { currentSessionId, forgetSession, rememberSession } from '#server/staff/current-session';
import { endSession } from '#server/staff/end-sessions';
import { ownPath } from '#server/staff/own-path';
import { signIn } from '#server/staff/sign-in';
import { signInFaults } from './sign-in-faults';

export type SignInState = Readonly<{ message: string | null; email: string }>;

export async function signInAction(_: SignInState, form: FormData): Promise<SignInState> {
  const ctx = await processContext();
  const email = text(form, 'email');
  const password = text(form, 'password');
  if (email.trim() === '' || password === '') return { message: signInFaults.empty, email };
  const requestHeaders = await headers();
  const answer = await signIn(ctx, {
    email,
    password,
    address: clientAddress(requestHeaders),
    userAgent: requestHeaders.get('user-agent') ?? '',
  });
  if (!answer.ok) return { message: signInFaults[answer.reason], email };
  await rememberSession(ctx, answer.sessionId);
  redirect(ownPath(text(form, 'callbackUrl')));
}

export async function signOutAction(): Promise<void> {
  const ctx = await processContext();
  const sid = await currentSessionId(ctx);
  if (sid !== null) await endSession(ctx, sid);
  await forgetSession(ctx);
  redirect('/sign-in');
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, typedLengthMax) : '';
}

const typedLengthMax = 1000;
