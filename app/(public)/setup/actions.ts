'use server';

import { redirect } from 'next/navigation';
import { actionFailure } from '#server/api/action-result';
import { publicApi } from '#server/api/caller';
import { processContext } from '#server/context';
import type { FieldFaults } from '#server/errors';
import type { NewOwner } from '#server/staff/create-owner';
import { rememberSession } from '#server/staff/current-session';

export type Start = 'empty' | 'sample';

/** What was typed comes back, but for the password. */
export type SetupState = Readonly<{
  fields: FieldFaults;
  values: Omit<Required<NewOwner>, 'password'> & Readonly<{ start: Start }>;
}>;

export async function setupAction(_: SetupState, form: FormData): Promise<SetupState> {
  const { password, ...values } = readTyped(form);
  let sessionId: string | null;
  try {
    const { access } = await publicApi();
    sessionId = await access.setUp({ ...values, password });
  } catch (error) {
    return { fields: actionFailure(error).fields, values };
  }
  if (sessionId === null) redirect('/sign-in');
  await rememberSession(await processContext(), sessionId);
  redirect('/orders');
}

function readTyped(form: FormData): Required<NewOwner> & Readonly<{ start: Start }> {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, typedLengthMax);
  return {
    name: text('name'),
    email: text('email'),
    password: text('password'),
    shopName: text('shopName'),
    currency: text('currency'),
    timeZone: text('timeZone'),
    start: form.get('start') === 'sample' ? 'sample' : 'empty',
  };
}

const typedLengthMax = 1000;
