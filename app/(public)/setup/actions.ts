'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type Context, processContext } from '#server/context';
import { AppError, type FieldFaults } from '#server/errors';
import { clientAddress } from '#server/rate-limit/client-address';
import { beginSession } from '#server/staff/begin-session';
import { createOwner, type NewOwner } from '#server/staff/create-owner';
import { rememberSession } from '#server/staff/current-session';
import { signIn } from '#server/staff/sign-in';

/** What was typed comes back, but for the password. */
export type SetupState = Readonly<{
  fields: FieldFaults;
  values: Omit<Required<NewOwner>, 'password'>;
}>;

export async function setupAction(_: SetupState, form: FormData): Promise<SetupState> {
  const ctx = await processContext();
  const { password, ...values } = readOwner(form);
  try {
    await setUp(ctx, { ...values, password });
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return { fields: error.details.fields ?? {}, values };
  }
  redirect('/orders');
}

function readOwner(form: FormData): Required<NewOwner> {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, typedLengthMax);
  return {
    name: text('name'),
    email: text('email'),
    password: text('password'),
    shopName: text('shopName'),
    currency: text('currency'),
    timeZone: text('timeZone'),
  };
}

const typedLengthMax = 1000;

async function setUp(ctx: Context, owner: NewOwner): Promise<void> {
  const userAgent = (await headers()).get('user-agent') ?? '';
  try {
    const { id: staffId } = await createOwner(ctx, owner);
    await rememberSession(ctx, await beginSession(ctx, { staffId, userAgent }));
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused') throw error;
    await letInAgain(ctx, owner);
  }
}

/** A form sent twice arrives here the second time: whoever has just become the owner goes on. */
async function letInAgain(ctx: Context, { email, password }: NewOwner): Promise<void> {
  const given = await headers();
  const answer = await signIn(ctx, {
    email,
    password,
    address: clientAddress(given),
    userAgent: given.get('user-agent') ?? '',
  });
  if (!answer.ok) redirect('/sign-in');
  await rememberSession(ctx, answer.sessionId);
}
