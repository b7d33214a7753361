'use client';

import { type ClipboardEvent, useState } from 'react';
import { splitTrackingNumbers } from '#domain/tracking-number';
import type { FieldFaults } from '#server/errors';
import { buttonLook } from '../../../../_ui/button-look';
import { Icon } from '../../../../_ui/icon';
import { ParcelFields } from '../_parts/parcel-fields';
import { blankParcel, type ParcelTyped, parcelFrom } from '../_parts/parcel-typed';

type Props = Readonly<{ values: Readonly<Record<string, string>>; fields: FieldFaults }>;

const parcelsMax = 100;

/** One row per parcel; several numbers pasted at once make as many rows. */
export function ParcelRows({ values, fields }: Props) {
  const [parcels, setParcels] = useState(() => rowsIn(values));
  const change = (row: number, part: Partial<ParcelTyped>) =>
    setParcels((rows) => rows.map((parcel, at) => (at === row ? { ...parcel, ...part } : parcel)));
  const paste = (row: number, event: ClipboardEvent<HTMLInputElement>) => {
    const numbers = splitTrackingNumbers(event.clipboardData.getData('text'));
    if (numbers.length < 2) return;
    event.preventDefault();
    setParcels((rows) => withNumbers(rows, row, numbers));
  };
  return (
    <div className="grid gap-4">
      {parcels.map((parcel, row) => (
        <ParcelFields
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are added at the end and never moved
          key={row}
          prefix={`parcels.${row}.`}
          ordinal={parcels.length === 1 ? undefined : row + 1}
          parcel={parcel}
          onChange={(part) => change(row, part)}
          onPaste={(event) => paste(row, event)}
          fields={fields}
        />
      ))}
      {parcels.length < parcelsMax ? (
        <div>
          <button
            type="submit"
            name="intent"
            value="add-parcel"
            formNoValidate
            className={buttonLook('quiet', 'small', '-ms-2')}
            onClick={(event) => {
              event.preventDefault();
              setParcels((rows) => [...rows, blankParcel]);
            }}
          >
            <Icon name="plus" size={14} />
            Add a parcel
          </button>
        </div>
      ) : null}
    </div>
  );
}

function rowsIn(values: Props['values']): readonly ParcelTyped[] {
  const count = Math.min(
    Math.max(Number(values.parcelCount ?? 1), rowsTyped(values), 1),
    parcelsMax,
  );
  return Array.from({ length: count }, (_, row) => parcelFrom(values, `parcels.${row}.`));
}

function rowsTyped(values: Props['values']): number {
  return Object.keys(values).filter((name) => /^parcels\.\d+\.trackingNumber$/.test(name)).length;
}

function withNumbers(
  rows: readonly ParcelTyped[],
  from: number,
  numbers: readonly string[],
): readonly ParcelTyped[] {
  const count = Math.min(Math.max(rows.length, from + numbers.length), parcelsMax);
  return Array.from({ length: count }, (_, row) => {
    const parcel = rows[row] ?? blankParcel;
    const trackingNumber = numbers[row - from];
    return trackingNumber === undefined ? parcel : { ...parcel, trackingNumber };
  });
}
