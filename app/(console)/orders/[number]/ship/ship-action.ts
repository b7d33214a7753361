'use server';

import type { FieldFaults } from '#server/errors';
import type { CommandState } from '../../../_forms/command-state';
import { faulty, typed, typedIn, typedOrNull } from '../../../_forms/typed-form';
import { parcelFrom, parcelInput } from '../_parts/parcel-typed';
import { runCommand } from '../_parts/run-command';

/** Records a shipment. The button that adds a parcel comes here too where there is no script. */
export async function shipAction(_: CommandState, form: FormData): Promise<CommandState> {
  if (typed(form, 'intent') === 'add-parcel') return withOneMoreParcel(form);
  const { lines, faults } = linesOf(form);
  const parcels = parcelsOf(form);
  if (Object.keys(faults).length > 0) return faulty(form, faults);
  const state = await runCommand({
    form,
    done: 'shipped',
    run: (orders, of) =>
      orders.ship({
        ...of,
        shippedOn: typed(form, 'shippedOn') || undefined,
        parcels: parcels.map(({ parcel }) => parcel),
        lines,
        note: typedOrNull(form, 'note'),
        notify: form.get('notify') !== null,
      }),
  });
  return { ...state, fields: inTermsOfTheForm(state.fields, { lines, parcels }) };
}

function withOneMoreParcel(form: FormData): CommandState {
  const parcelCount = String(rowsOf(form) + 1);
  return { message: null, fields: {}, values: { ...typedIn(form), parcelCount } };
}

type ShippedLine = Readonly<{ lineId: string; quantity: number }>;

function linesOf(form: FormData): Readonly<{ lines: ShippedLine[]; faults: FieldFaults }> {
  const typedLines = [...form.keys()]
    .filter((name) => name.startsWith(linePrefix))
    .map((name) => ({ lineId: name.slice(linePrefix.length), text: typed(form, name) }));
  const wrong = typedLines.filter(({ text }) => !/^\d{0,7}$/.test(text));
  const lines = typedLines
    .map(({ lineId, text }) => ({ lineId, quantity: Number(text) }))
    .filter(({ quantity }) => quantity > 0);
  const faults = Object.fromEntries(
    wrong.map(({ lineId }) => [linePrefix + lineId, 'Enter a whole number.']),
  );
  const isNothing = lines.length === 0 && wrong.length === 0;
  return { lines, faults: isNothing ? { lines: 'Ship at least one unit.' } : faults };
}

const linePrefix = 'quantity.';

function parcelsOf(form: FormData) {
  const values = typedIn(form);
  return Array.from({ length: rowsOf(form) }, (_, row) => {
    const parcel = parcelInput(parcelFrom(values, `parcels.${row}.`));
    return parcel === null ? [] : [{ row, parcel }];
  }).flat();
}

function rowsOf(form: FormData): number {
  const names = [...form.keys()].filter((name) => /^parcels\.\d+\.trackingNumber$/.test(name));
  return Math.min(names.length, 100);
}

type Sent = Readonly<{
  lines: readonly ShippedLine[];
  parcels: readonly Readonly<{ row: number }>[];
}>;

/** The procedure counts the lines and parcels that it was sent, the form those that it shows. */
function inTermsOfTheForm(fields: FieldFaults, { lines, parcels }: Sent): FieldFaults {
  const renamed = Object.entries(fields).map(([path, fault]) => {
    const [list, index = '', ...rest] = path.split('.');
    const at = Number(index);
    if (list === 'lines' && lines[at]) return [linePrefix + lines[at].lineId, fault];
    if (list === 'parcels' && parcels[at]) {
      return [['parcels', parcels[at].row, ...rest].join('.'), fault];
    }
    return [path, fault];
  });
  return Object.fromEntries(renamed);
}
