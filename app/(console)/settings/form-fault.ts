import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { AppError, type FieldFaults } from '#server/errors';

export type FormFault = Readonly<{ message: string; fields: FieldFaults }>;

/** What a form says about a refused change; anything that is not a refusal is thrown on. */
export function formFault(error: unknown): FormFault {
  if (!(error instanceof TRPCError)) throw error;
  const { cause } = error;
  if (cause instanceof ZodError) {
    const fields = cause.issues.map(({ path, message }) => [path.join('.'), message] as const);
    return { message: lookAtFields, fields: Object.fromEntries(fields.reverse()) };
  }
  if (!(cause instanceof AppError)) throw error;
  const { fields } = cause.details;
  return { message: fields ? lookAtFields : words(cause), fields: fields ?? {} };
}

const lookAtFields = 'Not saved: please look at the marked fields.';

function words({ message, details: { remedy } }: AppError): string {
  return remedy ? `${message} ${remedy}` : message;
}
