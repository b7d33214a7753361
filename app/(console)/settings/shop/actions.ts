'use server';

import { revalidatePath } from 'next/cache';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import type { FieldFaults } from '#server/errors';
import type { ChangeShop } from '#server/settings/change-shop';

type TypedNumber = 'nextNumber' | 'callbackDays' | 'downloadsMax' | 'downloadDays';

export type ShopFormState = Readonly<{
  notice: Readonly<{ tone: 'good' | 'bad'; text: string }> | null;
  fields: FieldFaults;
  /** As typed: a number may be no number yet. */
  values: Omit<ChangeShop, 'currency' | 'language' | TypedNumber> &
    Readonly<{ currency: string; language: string } & Record<TypedNumber, string>>;
}>;

export async function changeShopAction(_: ShopFormState, form: FormData): Promise<ShopFormState> {
  const values = readValues(form);
  const { nextNumber, callbackDays, downloadsMax, downloadDays, ...settings } = values;
  const isNumberChanged = nextNumber !== form.get('shownNextNumber');
  try {
    await (await api()).settings.changeShop({
      ...settings,
      callbackDays: Number(callbackDays || Number.NaN),
      downloadsMax: Number(downloadsMax || Number.NaN),
      downloadDays: downloadDays === '' ? null : Number(downloadDays),
      ...(isNumberChanged && { nextNumber: Number(nextNumber) }),
    });
  } catch (error) {
    const { message, fields } = actionFailure(error);
    return { notice: { tone: 'bad', text: message }, fields, values };
  }
  revalidatePath('/', 'layout');
  return { notice: { tone: 'good', text: 'Saved.' }, fields: {}, values };
}

function readValues(form: FormData): ShopFormState['values'] {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, typedLengthMax);
  return {
    name: text('name'),
    currency: text('currency'),
    timeZone: text('timeZone'),
    language: text('language'),
    numberPrefix: text('numberPrefix'),
    nextNumber: text('nextNumber').trim(),
    deliveredOnTracking: form.get('deliveredOnTracking') !== null,
    callbackDays: text('callbackDays').trim(),
    downloadsMax: text('downloadsMax').trim(),
    downloadDays: text('downloadDays').trim(),
    paymentPage: text('paymentPage').trim(),
  };
}

const typedLengthMax = 1000;
