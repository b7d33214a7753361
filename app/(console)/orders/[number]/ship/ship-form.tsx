'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { Field } from '#app/_ui/field';
import { FieldNotes } from '#app/_ui/field-frame';
import { FormActions } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { TextareaField } from '#app/_ui/textarea-field';
import { untouched } from '../../../_forms/command-state';
import { useFocusOnFault } from '../../../_forms/use-focus-on-fault';
import { orderPath } from '../_parts/order-path';
import { ParcelRows } from './parcel-rows';
import { shipAction } from './ship-action';

type Props = Readonly<{
  number: string;
  version: number;
  /** YYYY-MM-DD in the shop's time zone. */
  today: string;
  email: string;
  lines: readonly Readonly<{ id: string; name: string; sku: string; left: number }>[];
}>;

export function ShipForm({ number, version, today, email, lines }: Props) {
  const [{ message, fields, values }, action] = useActionState(shipAction, untouched);
  const ref = useFocusOnFault(fields);
  const isSentBefore = values.number !== undefined;
  return (
    <form ref={ref} action={action} noValidate className="grid gap-4">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="version" value={version} />
      {/* The first button of a form is what Enter presses: it must not be "Add a parcel". */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only">
        Ship
      </button>
      <Card title="What leaves" aside="Everything that is left, unless you change it." flush>
        <ul className="divide-y divide-line border-line border-t">
          {lines.map((line) => (
            <li key={line.id} className="flex items-center gap-4 px-(--card-pad) py-2.5">
              <div className="min-w-0 flex-1 wrap-anywhere">
                <p>
                  <bdi>{line.name}</bdi>
                </p>
                <p className="text-ink-soft text-sm">{line.sku}</p>
              </div>
              <Field
                label={`How many of ${line.name} leave`}
                hideLabel
                name={`quantity.${line.id}`}
                type="number"
                className="w-32"
                after={`of ${line.left}`}
                defaultValue={values[`quantity.${line.id}`] ?? String(line.left)}
                error={fields[`quantity.${line.id}`]}
              />
            </li>
          ))}
        </ul>
        <div className="px-(--card-pad) pb-2 empty:hidden">
          <FieldNotes id="lines" error={fields.lines} />
        </div>
      </Card>
      <Card title="Parcels" aside="Leave the number out where there is none.">
        <ParcelRows values={values} fields={fields} />
      </Card>
      <Card title="Date and message">
        <div className="grid gap-4">
          <Field
            label="Left on"
            name="shippedOn"
            type="date"
            width="short"
            defaultValue={values.shippedOn ?? today}
            error={fields.shippedOn}
          />
          <TextareaField
            label="Note to the customer"
            name="note"
            rows={2}
            maxLength={2000}
            hint="Stands in the e-mail and on the customer’s page."
            defaultValue={values.note}
            error={fields.note}
            optional
          />
          <CheckboxField
            key={String(isSentBefore && values.notify === undefined)}
            label={`Tell the customer by e-mail, at ${email}`}
            name="notify"
            defaultChecked={!isSentBefore || values.notify !== undefined}
          />
        </div>
      </Card>
      <FormNotice className="empty:hidden">{message}</FormNotice>
      <FormActions>
        <SubmitButton pendingLabel="Shipping…">Ship</SubmitButton>
        <ButtonLink href={orderPath(number)} kind="quiet">
          Back
        </ButtonLink>
      </FormActions>
    </form>
  );
}
