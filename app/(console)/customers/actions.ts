'use server';

import { redirect } from 'next/navigation';
import { api } from '#server/api/caller';
import type { CommandState } from '../_forms/command-state';
import { refused, typed, typedOrNull } from '../_forms/typed-form';
import { customerHref } from './customer-address';

export async function noteCustomerAction(_: CommandState, form: FormData): Promise<CommandState> {
  const id = typed(form, 'id');
  try {
    const { customers } = await api();
    await customers.note({ id, note: typedOrNull(form, 'note') });
  } catch (error) {
    return refused(form, error);
  }
  redirect(customerHref(id, '', { done: 'noted' }));
}

export async function mergeCustomersAction(_: CommandState, form: FormData): Promise<CommandState> {
  const keepId = typed(form, 'keepId');
  try {
    const { customers } = await api();
    await customers.merge({ keepId, mergeId: typed(form, 'mergeId') });
  } catch (error) {
    return refused(form, error);
  }
  redirect(customerHref(keepId, '', { done: 'merged' }));
}

export async function signOutCustomerAction(
  _: CommandState,
  form: FormData,
): Promise<CommandState> {
  try {
    const { customers } = await api();
    await customers.signOut({ id: typed(form, 'id') });
  } catch (error) {
    return refused(form, error);
  }
  redirect(customerHref(typed(form, 'id'), '', { done: 'signed-out' }));
}

export async function eraseCustomerAction(_: CommandState, form: FormData): Promise<CommandState> {
  const id = typed(form, 'id');
  try {
    const { customers } = await api();
    await customers.erase({ id });
  } catch (error) {
    return refused(form, error);
  }
  redirect(customerHref(id, '', { done: 'erased' }));
}
