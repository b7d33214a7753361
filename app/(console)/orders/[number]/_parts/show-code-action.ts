'use server';

import { refresh } from 'next/cache';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import { typed } from '../../../_forms/typed-form';

export type ShownCodeState = Readonly<{ code: string | null; message: string | null }>;

/** Opens one code. The look is recorded before the code is shown. */
export async function showCodeAction(_: ShownCodeState, form: FormData): Promise<ShownCodeState> {
  try {
    const { orders } = await api();
    const { code } = await orders.showCode({
      number: typed(form, 'number'),
      codeId: Number(typed(form, 'codeId')),
    });
    refresh();
    return { code, message: null };
  } catch (error) {
    return { code: null, message: actionFailure(error).message };
  }
}
