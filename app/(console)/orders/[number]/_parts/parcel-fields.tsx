'use client';

import { type ClipboardEvent, useEffect, useRef } from 'react';
import { Field } from '#app/_ui/field';
import { Icon } from '#app/_ui/icon';
import { SelectField } from '#app/_ui/select-field';
import { carrierName, carriers } from '#domain/carriers';
import type { FieldFaults } from '#server/errors';
import { buttonLook } from '../../../../_ui/button-look';
import type { ParcelTyped } from './parcel-typed';
import { recognitionWords } from './recognition-words';

type Props = Readonly<{
  /** Stands before the names of the fields: `parcels.0.`. */
  prefix: string;
  /** Which of several parcels it is, from 1. */
  ordinal?: number | undefined;
  parcel: ParcelTyped;
  onChange: (change: Partial<ParcelTyped>) => void;
  onPaste?: (event: ClipboardEvent<HTMLInputElement>) => void;
  fields: FieldFaults;
}>;

/** The carrier is told from the number as it is typed; without script the server tells it. */
export function ParcelFields({ prefix, ordinal, parcel, onChange, onPaste, fields }: Props) {
  const select = useRef<HTMLSelectElement>(null);
  // After an action React resets the form, and with it a select whose value it controls.
  useEffect(() => {
    if (select.current) select.current.value = parcel.carrier;
  });
  const of =
    ordinal === undefined ? null : <span className="max-sm:sr-only"> of parcel {ordinal}</span>;
  return (
    <div className="group/parcel grid gap-x-3 gap-y-2 sm:grid-cols-[minmax(0,1fr)_12rem]">
      <div>
        <Field
          label={<>Tracking number{of}</>}
          name={`${prefix}trackingNumber`}
          mono
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={parcel.trackingNumber}
          onChange={(event) => onChange({ trackingNumber: event.currentTarget.value })}
          onPaste={onPaste}
          error={fields[`${prefix}trackingNumber`]}
        />
        <Recognition parcel={parcel} onChange={onChange} />
      </div>
      <SelectField
        label={<>Carrier{of}</>}
        name={`${prefix}carrier`}
        emptyLabel="Told by the number"
        choices={carriers.map((carrier) => ({ value: carrier, label: carrierName(carrier) }))}
        ref={select}
        value={parcel.carrier}
        onChange={(event) => onChange({ carrier: event.currentTarget.value })}
        error={fields[`${prefix}carrier`]}
      />
      <div className="hidden gap-3 group-has-[option[value=other]:checked]/parcel:grid sm:col-span-2 sm:grid-cols-2">
        <Field
          label={<>Carrier’s name{of}</>}
          name={`${prefix}carrierName`}
          maxLength={60}
          autoComplete="off"
          value={parcel.carrierName}
          onChange={(event) => onChange({ carrierName: event.currentTarget.value })}
          optional
        />
        <Field
          label={<>Tracking link{of}</>}
          name={`${prefix}trackingUrl`}
          type="url"
          maxLength={1000}
          placeholder="https://"
          autoComplete="off"
          value={parcel.trackingUrl}
          onChange={(event) => onChange({ trackingUrl: event.currentTarget.value })}
          error={fields[`${prefix}trackingUrl`]}
          optional
        />
      </div>
    </div>
  );
}

function Recognition({ parcel, onChange }: Pick<Props, 'parcel' | 'onChange'>) {
  const told = recognitionWords(parcel.trackingNumber, parcel.carrier);
  return (
    <div role="status" className="mt-1 flex min-h-5 flex-wrap items-center gap-x-2 text-sm">
      {told === null ? null : (
        <>
          <span className={told.isWarning ? 'flex gap-1.5 text-warn' : 'text-ink-soft'}>
            {told.isWarning ? <Icon name="triangle-alert" size={14} className="mt-[3px]" /> : null}
            <span>{told.words}</span>
          </span>
          {told.choices.map((carrier) => (
            <button
              key={carrier}
              type="button"
              className={buttonLook('secondary', 'small')}
              onClick={() => onChange({ carrier })}
            >
              {carrierName(carrier)}
            </button>
          ))}
        </>
      )}
    </div>
  );
}
