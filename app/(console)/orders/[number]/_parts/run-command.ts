import { redirect } from 'next/navigation';
import { api } from '#server/api/caller';
import type { Api } from '#server/api/root';
import type { CommandState } from '../../../_forms/command-state';
import { refused, typed } from '../../../_forms/typed-form';
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
    return refused(form, error);
  }
  redirect(orderPath(of.number, `?done=${done}`));
}

function orderOf(form: FormData): OfOrder {
  const number = typed(form, 'number');
  const version = typed(form, 'version');
  return version === '' ? { number } : { number, seenVersion: Number(version) };
}
