import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { AppError, type FieldFaults } from '#server/errors';
import { fieldFaults } from '#server/field-faults';

export type ActionFailure = Readonly<{ ok: false; message: string; fields: FieldFaults }>;

/**
 * What a form says about a procedure that refused: a sentence, and the faults by field. Anything
 * that nobody refused on purpose is thrown on, for the error page and the log.
 */
export function actionFailure(error: unknown): ActionFailure {
  if (!(error instanceof TRPCError)) throw error;
  const { cause } = error;
  if (cause instanceof ZodError) return marked(fieldFaults(cause));
  if (!(cause instanceof AppError)) throw error;
  const { code, message, details } = cause;
  if (code === 'unauthorized') return { ok: false, message: signedOut, fields: {} };
  return details.fields ? marked(details.fields) : { ok: false, message, fields: {} };
}

function marked(fields: FieldFaults): ActionFailure {
  return { ok: false, message: 'Nothing was done yet: look at the marked fields.', fields };
}

const signedOut =
  'You have been signed out. Sign in again in another tab, then send this once more: what you typed is kept.';
