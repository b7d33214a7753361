'use server';

import { revalidatePath } from 'next/cache';
import { type ActionFailure, actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';

export type SessionsState = Readonly<{ tone: 'good' | 'bad'; text: string }> | null;

export type PasswordState = Readonly<{ isDone: boolean; fault: ActionFailure | null }>;

/** Ends the session that the form names, or every other one where it names none. */
export async function endSessionsAction(_: SessionsState, form: FormData): Promise<SessionsState> {
  const id = form.get('id');
  try {
    const { staff } = await api();
    if (typeof id === 'string') await staff.endSession({ id });
    else await staff.endOtherSessions();
  } catch (error) {
    return { tone: 'bad', text: actionFailure(error).message };
  }
  revalidatePath('/settings/sessions');
  const text = id === null ? 'You are signed out everywhere else.' : 'That device is signed out.';
  return { tone: 'good', text };
}

export async function changePasswordAction(
  _: PasswordState,
  form: FormData,
): Promise<PasswordState> {
  try {
    const { staff } = await api();
    await staff.changePassword({
      currentPassword: String(form.get('currentPassword') ?? '').slice(0, 1000),
      newPassword: String(form.get('newPassword') ?? '').slice(0, 1000),
    });
  } catch (error) {
    return { isDone: false, fault: actionFailure(error) };
  }
  revalidatePath('/settings/sessions');
  return { isDone: true, fault: null };
}
