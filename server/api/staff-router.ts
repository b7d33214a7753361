import * as z from 'zod';
import { AppError } from '#server/errors';
import { changePassword } from '#server/staff/change-password';
import { endOtherSessionsStatement, endOwnSession, endSession } from '#server/staff/end-sessions';
import { findSessions } from '#server/staff/find-sessions';
import { publicProcedure, router } from './trpc';

/** For a signed-in person of any role, about themselves; no key can stand in for them. */
const ownProcedure = publicProcedure.use(({ ctx, next }) => {
  const { caller } = ctx;
  if (!caller?.sessionId) throw new AppError('unauthorized', 'Sign in first.');
  return next({ ctx: { ...ctx, own: { staffId: caller.actor.id, sid: caller.sessionId } } });
});

const NewPassword = z.strictObject({
  currentPassword: z.string().max(1000),
  newPassword: z.string().max(1000),
});

export const staffRouter = router({
  sessions: ownProcedure.query(async ({ ctx }) => ({
    sessions: await findSessions(ctx, ctx.own.staffId),
    currentId: ctx.own.sid,
  })),

  /** Of a session that has ended already there is nothing left to do. */
  signOut: publicProcedure.mutation(async ({ ctx }) => {
    const sid = ctx.caller?.sessionId;
    if (sid) await endSession(ctx, sid);
  }),

  endSession: ownProcedure
    .input(z.strictObject({ id: z.string().max(100) }))
    .mutation(({ ctx, input }) => endOwnSession(ctx, { ...ctx.own, sid: input.id })),

  endOtherSessions: ownProcedure.mutation(async ({ ctx }) => {
    await endOtherSessionsStatement(ctx, ctx.own);
  }),

  changePassword: ownProcedure
    .input(NewPassword)
    .mutation(({ ctx, input }) => changePassword(ctx, { ...ctx.own, ...input })),
});
