'use server';

import { revalidatePath } from 'next/cache';
import { logoBytesMax } from '#domain/logo-type';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import type { FieldFaults } from '#server/errors';

export type LookFormState = Readonly<{
  notice: Readonly<{ tone: 'good' | 'bad'; text: string }> | null;
  fields: FieldFaults;
  values: Readonly<{ accent: string; replyTo: string; postalAddress: string; footer: string }>;
}>;

export async function changeLookAction(_: LookFormState, form: FormData): Promise<LookFormState> {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, typedLengthMax);
  const values = {
    accent: text('accent'),
    replyTo: text('replyTo'),
    postalAddress: text('postalAddress'),
    footer: text('footer'),
  };
  try {
    const logo = await readLogo(form);
    const { settings } = await api();
    await settings.changeBrand({ ...values, ...(logo !== undefined && { logo }) });
  } catch (error) {
    const { message, fields } = actionFailure(error);
    return { notice: { tone: 'bad', text: message }, fields, values };
  }
  revalidatePath('/', 'layout');
  return { notice: { tone: 'good', text: 'Saved.' }, fields: {}, values };
}

const typedLengthMax = 2000;

/** The picture that was chosen, one byte more than is allowed at most; null where it is to go. */
async function readLogo(form: FormData): Promise<string | null | undefined> {
  const file = form.get('logo');
  if (file instanceof File && file.size > 0) {
    const bytes = await file.slice(0, logoBytesMax + 1).arrayBuffer();
    return Buffer.from(bytes).toString('base64');
  }
  return form.get('removeLogo') === null ? undefined : null;
}
