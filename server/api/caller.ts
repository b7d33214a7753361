import { connection } from 'next/server';
import { cache } from 'react';
import { type Context, processContext } from '#server/context';
import { currentCustomerSessionId } from '#server/door/current-customer';
import { type CustomerSession, readCustomerSession } from '#server/door/read-customer-session';
import { readSession, type SessionReading } from '#server/staff/authenticate';
import { currentSessionId } from '#server/staff/current-session';
import { type Api, createCaller } from './root';
import type { RequestContext } from './trpc';

/** Whose request this is, with the shop and the counts: one round trip, shared by layout and page. */
export const currentSession = cache(async (): Promise<SessionReading> => {
  await connection();
  const ctx = await processContext();
  return readSession(ctx, await currentSessionId(ctx));
});

/** Which customer is signed in, if one is: one round trip, shared by layout and page. */
export const currentCustomer = cache(async (): Promise<CustomerSession | null> => {
  await connection();
  const ctx = await processContext();
  return readCustomerSession(ctx, await currentCustomerSessionId(ctx));
});

/** The procedures, for pages and server actions, on behalf of whoever is signed in. */
export async function api(): Promise<Api> {
  return createCaller(await sessionContext());
}

/** The procedures for whoever comes by, without a round trip: the pages for customers. */
export async function publicApi(): Promise<Api> {
  await connection();
  const ctx = await processContext();
  const counts = { inbox: 0, messages: 0 };
  return createCaller({
    ...{ ...ctx, caller: null, shop: null, counts, keepAnswer: () => [] },
    ...(await currentDoor(ctx)),
  });
}

export async function sessionContext(): Promise<RequestContext> {
  await connection();
  const [ctx, { caller, shop, counts }] = await Promise.all([processContext(), currentSession()]);
  return { ...ctx, ...(await currentDoor(ctx)), caller, shop, counts, keepAnswer: () => [] };
}

async function currentDoor(ctx: Context) {
  const customerSessionId = await currentCustomerSessionId(ctx);
  return { customerSessionId, readCustomer: currentCustomer };
}
