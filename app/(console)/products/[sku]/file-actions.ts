'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import { type CommandState, untouched } from '../../_forms/command-state';
import { typed } from '../../_forms/typed-form';
import { productHref } from '../product-address';

export async function cancelUploadAction(_: CommandState, form: FormData): Promise<CommandState> {
  const { files } = await api();
  return whatBecameOf(files.cancel({ id: typed(form, 'id') }));
}

export async function bringBackAction(_: CommandState, form: FormData): Promise<CommandState> {
  const { files } = await api();
  return whatBecameOf(files.retire({ id: typed(form, 'id'), isRetired: false }));
}

export async function retireFileAction(_: CommandState, form: FormData): Promise<CommandState> {
  const { files } = await api();
  const state = await whatBecameOf(files.retire({ id: typed(form, 'id'), isRetired: true }));
  if (state !== untouched) return state;
  redirect(`${productHref(typed(form, 'sku'))}#files`);
}

export async function discardVersionAction(_: CommandState, form: FormData): Promise<CommandState> {
  const { files } = await api();
  const state = await whatBecameOf(files.discard({ id: typed(form, 'id') }));
  if (state !== untouched) return state;
  redirect(`${productHref(typed(form, 'sku'))}#files`);
}

async function whatBecameOf(work: Promise<void>): Promise<CommandState> {
  try {
    await work;
    refresh();
    return untouched;
  } catch (error) {
    const { message, fields } = actionFailure(error);
    return { message, fields, values: {} };
  }
}
