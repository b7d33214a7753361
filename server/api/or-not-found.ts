import { TRPCError } from '@trpc/server';
import { notFound } from 'next/navigation';
import { AppError } from '#server/errors';

/** For pages: what a procedure gives, or the page that says that there is nothing at this address. */
export async function orNotFound<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : undefined;
    if (cause instanceof AppError && cause.code === 'not_found') notFound();
    throw error;
  }
}
