'use server';

import { redirect } from 'next/navigation';
import { api, publicApi } from '#server/api/caller';
import { processContext } from '#server/context';
import { forgetSession, rememberSession } from '#server/staff/current-session';
import { ownPath } from '#server/staff/own-path';
import { signInFaults } from './sign-in-faults';

export type SignInState = Readonly<{ message: string | null; email: string }>;

export async function signInAction(_: SignInState, form: FormData): Promise<SignInState> {
  const email = text(form, 'email');
  const password = text(form, 'password');
  if (email.trim() === '' || password === '') return { message: signInFaults.empty, email };
  const { access } = await publicApi();
  const answer = await access.signIn({ email, password });
  if (!answer.ok) return { message: signInFaults[answer.reason], email };
  await rememberSession(await processContext(), answer.sessionId);
  redirect(ownPath(text(form, 'callbackUrl')));
}

export async function signOutAction(): Promise<void> {
  const { staff } = await api();
  await staff.signOut();
  await forgetSession(await processContext());
  redirect('/sign-in');
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, typedLengthMax) : '';
}

const typedLengthMax = 1000;
