import { TRPCError } from '@trpc/server';
import { refresh } from 'next/cache';
import { actionFailure } from '#server/api/action-result';
import type { FieldFaults } from '#server/errors';
import type { CommandState } from './command-state';

/** What was typed into a field, without spaces around it. */
export function typed(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, typedLengthMax).trim() : '';
}

/** The same, or null where nothing was typed. */
export function typedOrNull(form: FormData, name: string): string | null {
  return typed(form, name) || null;
}

/** A form that is wrong before it is sent on. */
export function faulty(form: FormData, fields: FieldFaults): CommandState {
  return {
    message: 'Nothing was done yet: look at the marked fields.',
    fields,
    values: typedIn(form),
  };
}

/** A form that a procedure refused. Throws on what nobody refused on purpose. */
export function refused(form: FormData, error: unknown): CommandState {
  const { message, fields } = actionFailure(error);
  if (isOvertaken(error)) refresh();
  return { message, fields, values: typedIn(form) };
}

/** Somebody else was faster: the form is shown again for the order as it is now. */
function isOvertaken(error: unknown): boolean {
  const code = error instanceof TRPCError ? error.code : null;
  return code === 'CONFLICT' || code === 'PRECONDITION_FAILED';
}

export function typedIn(form: FormData): Readonly<Record<string, string>> {
  const pairs = [...form.keys()]
    .filter((name) => !name.startsWith('$'))
    .map((name) => [name, typed(form, name)] as const);
  return Object.fromEntries(pairs);
}

const typedLengthMax = 5000;
