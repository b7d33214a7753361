'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import { AdjustByDelta, AdjustToLevel } from '#server/catalog/product-input';
import type { FieldFaults } from '#server/errors';
import { fieldFaults } from '#server/field-faults';
import { productHref } from './product-address';
import { type ProductValues, readProduct, typedProduct } from './product-values';
import { typedNumber } from './typed-number';

type Said = Readonly<{ tone: 'good' | 'bad'; text: string }> | null;

export type ProductFormState = Readonly<{
  notice: Said;
  fields: FieldFaults;
  values: ProductValues;
}>;

const lookAtFields = {
  tone: 'bad',
  text: 'Not saved: please look at the marked fields.',
} as const;

export async function createProductAction(
  _: ProductFormState,
  form: FormData,
): Promise<ProductFormState> {
  const values = typedProduct(form);
  const read = readProduct(values, true);
  if (!read.ok) return { notice: lookAtFields, fields: read.fields, values };
  try {
    await (await api()).products.create(read.input);
  } catch (error) {
    const { message: text, fields } = actionFailure(error);
    return { notice: { tone: 'bad', text }, fields, values };
  }
  redirect(productHref(read.input.sku, { done: 'created' }));
}

export async function changeProductAction(
  _: ProductFormState,
  form: FormData,
): Promise<ProductFormState> {
  const values = typedProduct(form);
  const read = readProduct(values, false);
  if (!read.ok) return { notice: lookAtFields, fields: read.fields, values };
  try {
    await (await api()).products.change(read.input);
  } catch (error) {
    const { message: text, fields } = actionFailure(error);
    return { notice: { tone: 'bad', text }, fields, values };
  }
  refresh();
  return { notice: { tone: 'good', text: 'Saved.' }, fields: {}, values };
}

export type AdjustValues = Readonly<{ way: string; pieces: string; reason: string }>;

export type AdjustFormState = Readonly<{
  notice: Said;
  fields: FieldFaults;
  values: AdjustValues;
}>;

export async function adjustStockAction(
  _: AdjustFormState,
  form: FormData,
): Promise<AdjustFormState> {
  const text = (name: string) => String(form.get(name) ?? '').slice(0, 1000);
  const values = { way: text('way'), pieces: text('pieces'), reason: text('reason') };
  const read = readAdjustment(values);
  if (!read.ok) return { notice: null, fields: read.fields, values };
  try {
    const { products } = await api();
    const { stock } = await products.adjustStock({ sku: text('sku'), adjustment: read.input });
    refresh();
    const said = `The stock is ${(stock ?? 0).toLocaleString('en')} now.`;
    const blank = { way: values.way, pieces: '', reason: '' };
    return { notice: { tone: 'good', text: said }, fields: {}, values: blank };
  } catch (error) {
    const { message, fields } = actionFailure(error);
    const pieces = fields.level ?? fields.delta;
    if (pieces) return { notice: null, fields: { ...fields, pieces }, values };
    return { notice: { tone: 'bad', text: message }, fields, values };
  }
}

function readAdjustment({ way, pieces: typed, reason }: AdjustValues) {
  const number = typedNumber(typed);
  const pieces = number ?? (way === 'set' ? 0 : 1);
  const parsed =
    way === 'set'
      ? AdjustToLevel.safeParse({ level: pieces, reason })
      : AdjustByDelta.safeParse({ delta: way === 'take' ? -pieces : pieces, reason });
  const { level, delta, ...others } = parsed.error ? fieldFaults(parsed.error) : {};
  const fault = typeof number === 'number' ? (level ?? delta) : 'Enter a whole number of pieces.';
  const fields = { ...others, ...(fault !== undefined && { pieces: fault }) };
  if (parsed.success && fault === undefined) return { ok: true, input: parsed.data } as const;
  return { ok: false, fields } as const;
}
