'use server';

import { revalidatePath } from 'next/cache';
import { actionFailure } from '#server/api/action-result';
import { api } from '#server/api/caller';
import type { FieldFaults } from '#server/errors';

export type DeliveryFormState = Readonly<{
  notice: Readonly<{ tone: 'good' | 'bad'; text: string }> | null;
  fields: FieldFaults;
  /** As typed: a number may be no number yet. */
  typed: TypedTimes;
  /** Where the page goes on after this step, by the id of an element. */
  focus: string | null;
  /** The fields are made anew with each step. */
  step: number;
}>;

export type TypedTimes = Readonly<{ rows: readonly TypedRow[]; others: string }>;
type TypedRow = Readonly<{ method: string; days: string }>;

/** Every button of the form arrives here with its step; only one of them saves. */
export async function deliveryAction(
  before: DeliveryFormState,
  form: FormData,
): Promise<DeliveryFormState> {
  const typed = readTyped(form);
  const state = { notice: null, fields: {}, typed, focus: null, step: before.step + 1 };
  const [what = '', where = ''] = String(form.get('step') ?? '').split(':');
  if (what === 'add') {
    const rows = [...typed.rows, { method: '', days: '' }];
    return { ...state, typed: { ...typed, rows }, focus: `method-${typed.rows.length}` };
  }
  if (what === 'remove') {
    const rows = typed.rows.filter((_, index) => index !== Number(where));
    return { ...state, typed: { ...typed, rows }, focus: 'add-method' };
  }
  return save(state);
}

/** A row in which nothing was typed is no row. */
async function save(state: DeliveryFormState): Promise<DeliveryFormState> {
  const rows = state.typed.rows.filter(({ method, days }) => method !== '' || days !== '');
  const typed = { rows, others: state.typed.others };
  try {
    await (await api()).settings.changeDeliveryTimes({
      methods: rows.map(({ method, days }) => ({ method, days: Number(days || Number.NaN) })),
      others: typed.others === '' ? null : Number(typed.others),
    });
  } catch (error) {
    const { message, fields } = actionFailure(error);
    return { ...state, typed, notice: { tone: 'bad', text: message }, fields };
  }
  revalidatePath('/settings/delivery');
  return { ...state, typed, notice: { tone: 'good', text: 'Saved.' } };
}

const rowsMax = 60;
const typedLengthMax = 200;

function readTyped(form: FormData): TypedTimes {
  const text = (name: string) =>
    String(form.get(name) ?? '')
      .slice(0, typedLengthMax)
      .trim();
  const rows: TypedRow[] = [];
  for (let index = 0; index < rowsMax && form.has(`methods.${index}.method`); index += 1) {
    rows.push({ method: text(`methods.${index}.method`), days: text(`methods.${index}.days`) });
  }
  return { rows, others: text('others') };
}
