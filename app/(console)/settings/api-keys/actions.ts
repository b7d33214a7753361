'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { scopes } from '#domain/vocabulary';
import { type ActionFailure, actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import type { FieldFaults } from '#server/errors';

export type NewKeyState = Readonly<{
  /** Shown once, here and never again. */
  made: Readonly<{ name: string; key: string }> | null;
  message: string | null;
  fields: FieldFaults;
  values: Readonly<{ name: string; scopes: readonly string[] }>;
}>;

export async function createApiKeyAction(_: NewKeyState, form: FormData): Promise<NewKeyState> {
  const name = String(form.get('name') ?? '').slice(0, 1000);
  const chosen = scopes.filter((scope) => form.getAll('scopes').includes(scope));
  try {
    const { settings } = await api();
    const { key } = await settings.createApiKey({ name, scopes: chosen });
    revalidatePath('/settings/api-keys');
    const values = { name: '', scopes: [] };
    return { made: { name: name.trim(), key }, message: null, fields: {}, values };
  } catch (error) {
    const { message, fields } = actionFailure(error);
    return { made: null, message, fields, values: { name, scopes: chosen } };
  }
}

export async function revokeApiKeyAction(
  _: ActionFailure | null,
  form: FormData,
): Promise<ActionFailure | null> {
  try {
    const { settings } = await api();
    await settings.revokeApiKey({ id: String(form.get('id') ?? '') });
  } catch (error) {
    return actionFailure(error);
  }
  redirect('/settings/api-keys');
}
