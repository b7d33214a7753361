import { TRPCError } from '@trpc/server';
import { describe, expect, test } from 'vitest';
import { type Scope, scopes } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { signedIn } from '#server/door/door.test-data';
import { readCustomerSession } from '#server/door/read-customer-session';
import { mailShop, place } from '#server/mail/mail-shop.test-data';
import type { Caller } from '#server/staff/authenticate';
import { freshContext } from '#server/staff/fresh-context';
import { appRouter, createCaller } from './root';
import { noCustomer, type RequestContext } from './trpc';

/** Open to whoever comes by, on purpose: a customer with a link has no account, nor has the owner yet. */
const isPublic = (path: string) =>
  /^(tracking|access)\.|^staff\.signOut$|^door\.(askForLink|link|openLink|signOut|touch)$/.test(
    path,
  );

/** For a customer who is signed in, whom no scope makes of anybody else. */
const isCustomers = (path: string) => path.startsWith('door.') && !isPublic(path);

/** About the signed-in person and not about the shop: no scope opens them, and none is needed. */
const isOwn = (path: string) => path.startsWith('staff.');

const paths = Object.keys(appRouter._def.procedures);
const guarded = paths.filter((path) => !isPublic(path));
const customers = guarded.filter(isCustomers);
const scoped = guarded.filter((path) => !isOwn(path) && !isCustomers(path));

async function call(path: string, caller: Caller | null): Promise<string> {
  return callIn(await freshContext(), path, { caller, ...noCustomer });
}

/** By a customer who is signed in, and by nobody else. */
async function callByCustomer(path: string): Promise<string> {
  const ctx = await mailShop();
  const customerSessionId = await signedIn(ctx, await place(ctx));
  const readCustomer = () => readCustomerSession(ctx, customerSessionId);
  return callIn(ctx, path, { caller: null, customerSessionId, readCustomer });
}

type By = Pick<RequestContext, 'caller' | 'customerSessionId' | 'readCustomer'>;

async function callIn(ctx: Context, path: string, by: By): Promise<string> {
  const counts = { inbox: 0, messages: 0 };
  const api = createCaller({ ...ctx, ...by, shop: null, counts, keepAnswer: () => [] });
  const procedure = path
    .split('.')
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], api);
  return (procedure as (input: unknown) => Promise<unknown>)({}).then(
    () => 'done',
    (error: unknown) => (error instanceof TRPCError ? error.code : 'defect'),
  );
}

function keyWith(...held: readonly Scope[]): Caller {
  return {
    actor: { kind: 'api_key', id: 'key', name: 'Key' },
    scopes: new Set(held),
    via: 'api_key',
    role: null,
    sessionId: null,
    email: null,
  };
}

describe('every procedure checks permission itself', () => {
  test('there are procedures to check', () => {
    expect(scoped.length).toBeGreaterThan(20);
  });

  test.each(guarded)('%s lets no stranger in', async (path) => {
    expect(await call(path, null)).toBe('UNAUTHORIZED');
  });

  test.each(customers)('%s opens to a customer, and to no staff and no key', async (path) => {
    expect(await call(path, keyWith(...scopes))).toBe('UNAUTHORIZED');
    expect(await callByCustomer(path)).not.toMatch(/UNAUTHORIZED|FORBIDDEN|defect/);
  });

  test.each(guarded.filter((path) => !isCustomers(path)))(
    '%s lets no customer in',
    async (path) => {
      expect(await callByCustomer(path)).toBe('UNAUTHORIZED');
    },
  );

  test.each(scoped)('%s refuses a key without its scope', async (path) => {
    expect(await call(path, keyWith())).toBe('FORBIDDEN');
  });

  test.each(scoped)('%s is opened by one scope and no other', async (path) => {
    const answers = await Promise.all(scopes.map((scope) => call(path, keyWith(scope))));
    expect(answers.filter((answer) => answer !== 'FORBIDDEN')).toHaveLength(1);
  });
});
