import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { ZodError } from 'zod';
import type { Scope } from '#domain/vocabulary';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import { databaseFault } from '#server/database-fault';
import type { CustomerSession } from '#server/door/read-customer-session';
import { AppError, type ErrorCode } from '#server/errors';
import type { ShopSettings } from '#server/settings/shop-settings';
import type { Caller, WaitingCounts } from '#server/staff/authenticate';

/** What a procedure knows of the request, read in the one round trip that authenticates it. */
export type RequestContext = Context &
  Readonly<{
    caller: Caller | null;
    /** Of a customer, apart from `caller`; it may have ended. Null where the browser has none. */
    customerSessionId: string | null;
    /** The customer of that session, read when somebody asks; null where it has ended. */
    readCustomer: () => Promise<CustomerSession | null>;
    /** Null until the set-up. */
    shop: ShopSettings | null;
    counts: WaitingCounts;
    /** The statement that keeps an answer under the Idempotency-Key, for the batch of the change. */
    keepAnswer: (status: number, body: unknown) => readonly Statement[];
  }>;

/** For whoever comes with a key: no customer. */
export const noCustomer = { customerSessionId: null, readCustomer: async () => null } as const;

const t = initTRPC.context<RequestContext>().create({
  transformer: superjson,
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    message: error.cause instanceof AppError ? shape.message : messageFor(error),
    data: {
      code: shape.data.code,
      httpStatus: shape.data.httpStatus,
      ...(error.cause instanceof AppError && {
        appCode: error.cause.code,
        ...detailsOf(error.cause),
      }),
    },
  }),
});

export const { router, createCallerFactory } = t;

const trpcCodes: Readonly<Record<ErrorCode, TRPCError['code']>> = {
  malformed: 'BAD_REQUEST',
  invalid: 'UNPROCESSABLE_CONTENT',
  unauthorized: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  refused: 'PRECONDITION_FAILED',
  conflict: 'CONFLICT',
  too_many_requests: 'TOO_MANY_REQUESTS',
  unavailable: 'SERVICE_UNAVAILABLE',
  idempotency_key_reused: 'UNPROCESSABLE_CONTENT',
};

/** For whoever comes by: the tracking page, sign-in and set-up. */
export const publicProcedure = t.procedure.use(async ({ next }) => mapped(await next()));

/**
 * For a signed-in person or a key that has the scope; narrows `caller`. One middleware does it all:
 * each costs a call more than reading a session does.
 */
export function procedure(scope: Scope) {
  return t.procedure.use(async ({ ctx, next }) => {
    const { caller } = ctx;
    if (!caller) {
      throw trpcError(new AppError('unauthorized', 'Sign in first, or send a valid API key.'));
    }
    if (!caller.scopes.has(scope)) {
      const reason = `This needs the scope ${scope}, which you do not have.`;
      throw trpcError(new AppError('forbidden', reason));
    }
    return mapped(await next({ ctx: { caller } }));
  });
}

/**
 * For a customer who is signed in; adds `customer`. Nothing that staff
 * or a key may do opens it, and it opens nothing of theirs.
 */
export const customerProcedure = t.procedure.use(async ({ ctx, next }) => {
  const customer = await ctx.readCustomer();
  if (!customer) throw trpcError(new AppError('unauthorized', 'Sign in first.'));
  return mapped(await next({ ctx: { customer } }));
});

type Result = Readonly<{ ok: true }> | Readonly<{ ok: false; error: TRPCError }>;

/** Errors are mapped here and nowhere else. */
function mapped<Given extends Result>(result: Given): Given {
  const cause = result.ok ? undefined : result.error.cause;
  const told = cause instanceof AppError ? cause : databaseFault(cause);
  if (told) throw trpcError(told);
  return result;
}

function trpcError(cause: AppError): TRPCError {
  return new TRPCError({ code: trpcCodes[cause.code], message: cause.message, cause });
}

function messageFor(error: TRPCError): string {
  return error.cause instanceof ZodError
    ? 'Something in this is not valid.'
    : 'Something went wrong on our side.';
}

function detailsOf({ details: { cause, ...details } }: AppError) {
  return details;
}
