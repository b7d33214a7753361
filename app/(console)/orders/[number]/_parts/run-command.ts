import { TRPCError } from '@trpc/server';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import type { Api } from '#server/api/root';
import type { FieldFaults } from '#server/errors';
import type { CommandState } from './command-state';
import type { DoneWord } from './done-words';
import { orderPath } from './order-path';

type Command = Readonly<{
  form: FormData;
  done: DoneWord;
  run: (orders: Api['orders'], of: OfOrder) => Promise<unknown>;
}>;

/** The order that a form is about, and the version that it was filled in for. */
export type OfOrder = Readonly<{ number: string; seenVersion?: number }>;

/**
 * Carries out what a form asks for and goes back to the order, which says that it is done. Refused,
 * it gives the form its faults and everything that was typed.
 */
export async function runCommand({ form, done, run }: Command): Promise<CommandState> {
  const of = orderOf(form);
  try {
    const { orders } = await api();
    await run(orders, of);
  } catch (error) {
    const { message, fields } = actionFailure(error);
    if (isOvertaken(error)) refresh();
    return { message, fields, values: typedIn(form) };
  }
  redirect(orderPath(of.number, `?done=${done}`));
}

/** Somebody else was faster: the form is shown again for the order as it is now. */
function isOvertaken(error: unknown): boolean {
  const code = error instanceof TRPCError ? error.code : null;
  return code === 'CONFLICT' || code === 'PRECONDITION_FAILED';
}

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

export function typedIn(form: FormData): Readonly<Record<string, string>> {
  const pairs = [...form.keys()]
    .filter((name) => !name.startsWith('$'))
    .map((name) => [name, typed(form, name)] as const);
  return Object.fromEntries(pairs);
}

function orderOf(form: FormData): OfOrder {
  const number = typed(form, 'number');
  const version = typed(form, 'version');
  return version === '' ? { number } : { number, seenVersion: Number(version) };
}

const typedLengthMax = 5000;
