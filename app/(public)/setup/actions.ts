'use server';

import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { type Context, processContext } from '#server/context';
import { AppError, type FieldFaults } from '#server/errors';
import { clientAddress } from '#server/rate-limit/client-address';
import { addSampleData } from '#server/sample-data/add-sample-data';
import { readShop } from '#server/settings/read-shop';
import { beginSession } from '#server/staff/begin-session';
import { createOwner, type NewOwner } from '#server/staff/create-owner';
import { rememberSession } from '#server/staff/current-session';
import { signIn } from '#server/staff/sign-in';

/** With nothing in it, or with sample data to look around in. */
export type Start = 'empty' | 'sample';

/** What was typed comes back, but for the password. */
export type SetupState = Readonly<{
  fields: FieldFaults;
  values: Omit<Required<NewOwner>, 'password'> & Readonly<{ start: Start }>;
}>;

export async function setupAction(_: SetupState, form: FormData): Promise<SetupState> {
  const ctx = await processContext();
  const { password, ...values } = readOwner(form);
  const start: Start = form.get('start') === 'sample' ? 'sample' : 'empty';
  try {
    const isOurs = await setUp(ctx, { ...values, password });
    if (isOurs && start === 'sample') await addSamples(ctx);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'invalid') throw error;
    return { fields: error.details.fields ?? {}, values: { ...values, start } };
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
const sampleOrders = 60;

async function addSamples(ctx: Context): Promise<void> {
  await addSampleData(ctx, { orders: sampleOrders, seed: 1, shop: await readShop(ctx) });
}

/** Whether it was this request that set the shop up, and not the same form sent before. */
async function setUp(ctx: Context, owner: NewOwner): Promise<boolean> {
  const userAgent = (await headers()).get('user-agent') ?? '';
  try {
    const { id: staffId } = await createOwner(ctx, owner);
    await rememberSession(ctx, await beginSession(ctx, { staffId, userAgent }));
    return true;
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'refused') throw error;
    await letInAgain(ctx, owner);
    return false;
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
