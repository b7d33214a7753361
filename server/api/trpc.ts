import { initTRPC, TRPCError } from '@trpc/server';
import superjson from 'superjson';
import { ZodError } from 'zod';
import type { Scope } from '#domain/vocabulary';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import { AppError, type ErrorCode } from '#server/errors';
import type { ShopSettings } from '#server/settings/shop-settings';
import type { Caller, WaitingCounts } from '#server/staff/authenticate';

/** What a procedure knows of the request, read in the one round trip that authenticates it. */
export type RequestContext = Context &
  Readonly<{
    caller: Caller | null;
    /** Null until the set-up. */
    shop: ShopSettings | null;
    counts: WaitingCounts;
    /** The statement that keeps an answer under the Idempotency-Key, for the batch of the change. */
    keepAnswer: (status: number, body: unknown) => readonly Statement[];
  }>;

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

/** Errors are mapped here and nowhere else. */
const mapErrors = t.middleware(async ({ next }) => {
  const result = await next();
  if (result.ok) return result;
  const { cause } = result.error;
  if (!(cause instanceof AppError)) return result;
  const { message } = cause;
  throw new TRPCError({ code: trpcCodes[cause.code], message, cause });
});

/** For whoever comes by: the tracking page, sign-in and set-up. */
export const publicProcedure = t.procedure.use(mapErrors);

/** For a signed-in person or a key that has the scope; narrows `caller` and `shop`. */
export function procedure(scope: Scope) {
  return publicProcedure.use(({ ctx, next }) => {
    const { caller } = ctx;
    if (!caller) throw new AppError('unauthorized', 'Sign in first, or send a valid API key.');
    if (!caller.scopes.has(scope)) {
      throw new AppError('forbidden', `This needs the scope ${scope}, which you do not have.`);
    }
    return next({ ctx: { ...ctx, caller } });
  });
}

function messageFor(error: TRPCError): string {
  return error.cause instanceof ZodError
    ? 'Something in this is not valid.'
    : 'Something went wrong on our side.';
}

function detailsOf({ details: { cause, ...details } }: AppError) {
  return details;
}
