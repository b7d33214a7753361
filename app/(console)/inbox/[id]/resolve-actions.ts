'use server';

import { redirect } from 'next/navigation';
import { type Currency, isCurrency } from '#domain/currency';
import { parseMoneyInput } from '#domain/money';
import { api } from '#server/api/caller';
import type { CallbackPage } from '#server/payments/read-callback-page';
import type { ResolveCallback } from '#server/payments/resolve-callback';
import type { CommandState } from '../../_forms/command-state';
import { faulty, refused, typed } from '../../_forms/typed-form';
import type { DoneWord } from './done-notice';

/** What a person can do about a callback, each from a form of its page. */

export async function takeAction(_: CommandState, form: FormData): Promise<CommandState> {
  const worth = worthIn(form);
  if (worth === null) return faulty(form, { amount: 'Enter an amount, such as 20 or 20.50.' });
  const action = typed(form, 'action') === 'apply' ? 'apply' : 'accept';
  return resolve(form, { id: typed(form, 'id'), action, ...worth }, 'taken');
}

export async function attachAction(_: CommandState, form: FormData): Promise<CommandState> {
  const orderNumber = typed(form, 'orderNumber');
  if (orderNumber === '') return faulty(form, { orderNumber: 'Enter the number of an order.' });
  return resolve(form, { id: typed(form, 'id'), action: 'attach', orderNumber }, 'attached');
}

export async function dismissAction(_: CommandState, form: FormData): Promise<CommandState> {
  const reason = typed(form, 'reason');
  if (reason === '') return faulty(form, { reason: 'Say why, for whoever looks at it later.' });
  return resolve(form, { id: typed(form, 'id'), action: 'dismiss', reason }, 'dismissed');
}

export async function verifyAction(_: CommandState, form: FormData): Promise<CommandState> {
  const id = typed(form, 'id');
  try {
    await (await api()).payments.verifyCallback({ id });
  } catch (error) {
    await tellWhoWasFaster(id, ({ handling }) => handling.isVerifiable);
    return refused(form, error);
  }
  return redirect(donePath(id, 'verified'));
}

async function resolve(
  form: FormData,
  input: ResolveCallback,
  done: DoneWord,
): Promise<CommandState> {
  try {
    await (await api()).payments.resolveCallback({ ...input, seen: seenIn(form) });
  } catch (error) {
    await tellWhoWasFaster(input.id, ({ handling }) => handling.actions.includes(input.action));
    return refused(form, error);
  }
  return redirect(donePath(input.id, done));
}

/** Where there is no such form on the page any more, the page itself says what happened. */
async function tellWhoWasFaster(
  id: string,
  isPossible: (page: CallbackPage) => boolean,
): Promise<void> {
  const page = await (await api()).payments.callback({ id }).catch(() => null);
  if (page !== null && !isPossible(page)) redirect(donePath(id, 'late'));
}

/** A form that was tampered with has seen nothing, which is never how things stand. */
function seenIn(form: FormData) {
  return {
    verdict: typed(form, 'seen.verdict').slice(0, 100),
    orderNumber: typed(form, 'seen.orderNumber').slice(0, 200) || null,
    orderVersion: Number.parseInt(typed(form, 'seen.orderVersion'), 10) || null,
  };
}

function donePath(id: string, done: DoneWord): string {
  return `/inbox/${encodeURIComponent(id)}?done=${done}`;
}

type Worth = Readonly<{ amount?: number; currency?: Currency }>;

/** What the money is worth: nothing where the form does not ask, null where it is no amount. */
function worthIn(form: FormData): Worth | null {
  const currency = typed(form, 'currency');
  if (!isCurrency(currency)) return {};
  const amount = parseMoneyInput(typed(form, 'amount'), currency);
  return amount === null || amount <= 0 ? null : { amount, currency };
}
