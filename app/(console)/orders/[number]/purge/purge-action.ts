'use server';

import { redirect } from 'next/navigation';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import type { CommandState } from '../../../_forms/command-state';
import { typed } from '../../../_forms/typed-form';

export async function purgeAction(_: CommandState, form: FormData): Promise<CommandState> {
  try {
    const { orders } = await api();
    await orders.purge({ number: typed(form, 'number') });
  } catch (error) {
    const { message, fields } = actionFailure(error);
    return { message, fields, values: {} };
  }
  redirect('/orders?status=deleted');
}
