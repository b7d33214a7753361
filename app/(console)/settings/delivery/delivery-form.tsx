'use client';

import { useActionState, useEffect, useRef } from 'react';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FieldNotes } from '#app/_ui/field-frame';
import { FormActions } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { Icon } from '#app/_ui/icon';
import { SubmitButton } from '#app/_ui/submit-button';
import { buttonLook } from '../../../_ui/button-look';
import { type DeliveryFormState, deliveryAction, type TypedTimes } from './actions';

type Props = Readonly<{ saved: TypedTimes; unlisted: readonly string[] }>;

export function DeliveryForm({ saved, unlisted }: Props) {
  const [state, action] = useActionState(deliveryAction, {
    ...{ notice: null, fields: {}, typed: saved },
    ...{ focus: null, step: 0 },
  });
  const { notice, fields, typed, step } = state;
  return (
    <form ref={useFocus(state)} action={action} noValidate className="grid max-w-2xl gap-4">
      {/* The first button of a form is what Enter presses: it must not be "Remove". */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only">
        Save
      </button>
      <Card title="Delivery times" flush>
        <p className="px-(--card-pad) pb-3 text-ink-soft">
          When an order is paid, its customer is promised the day that lies so many working days
          ahead. Saturdays and Sundays do not count; holidays are not known, so leave room for them.
          Of “2 to 4 days” enter the 4.
        </p>
        <div key={step}>
          <Rows rows={typed.rows} fields={fields} unlisted={unlisted} />
          <div className={rowLook}>
            <div className="col-span-2 min-w-0 sm:col-span-1">
              <p className="font-medium">All other orders</p>
              <p className="text-ink-soft text-sm">Leave it empty to promise nothing.</p>
            </div>
            <Field
              label="Working days of all other orders, empty to promise nothing"
              hideLabel
              name="others"
              type="number"
              after="days"
              maxLength={10}
              defaultValue={typed.others}
              error={fields.others}
            />
          </div>
        </div>
      </Card>
      <p className="text-ink-soft text-sm">
        An order is found by the name of its shipping method, however it is capitalised. Orders that
        are paid keep the day that was promised; on the page of an order you can move it.
      </p>
      <FormNotice tone={notice?.tone} className="empty:-mt-4">
        {notice?.text}
      </FormNotice>
      <FormActions>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </FormActions>
    </form>
  );
}

/** The name on a line of its own where there is little room. */
const rowLook =
  'grid grid-cols-[minmax(0,1fr)_1.75rem] items-start gap-x-3 gap-y-2 border-line border-t px-(--card-pad) py-3 sm:grid-cols-[minmax(0,1fr)_9rem_1.75rem]';

type RowsProps = Pick<DeliveryFormState, 'fields'> &
  Pick<Props, 'unlisted'> &
  Readonly<{ rows: TypedTimes['rows'] }>;

function Rows({ rows, fields, unlisted }: RowsProps) {
  return (
    <>
      <ul>
        {rows.map(({ method, days }, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the fields are made anew with each step
            key={index}
            className={rowLook}
          >
            <Field
              label={`Shipping method ${index + 1}`}
              hideLabel
              id={`method-${index}`}
              name={`methods.${index}.method`}
              placeholder="Shipping method"
              maxLength={100}
              autoComplete="off"
              list="used-methods"
              className="col-span-2 sm:col-span-1"
              defaultValue={method}
              error={fields[`methods.${index}.method`]}
            />
            <Field
              label={`Working days of ${method || `shipping method ${index + 1}`}`}
              hideLabel
              name={`methods.${index}.days`}
              type="number"
              after="days"
              maxLength={10}
              defaultValue={days}
              error={fields[`methods.${index}.days`]}
            />
            <button
              type="submit"
              name="step"
              value={`remove:${index}`}
              formNoValidate
              className={buttonLook('quiet', 'small', 'mt-1 justify-self-center')}
            >
              <Icon name="x" />
              <span className="sr-only">Remove {method || `shipping method ${index + 1}`}</span>
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-line border-t px-(--card-pad) py-2">
        <button
          type="submit"
          id="add-method"
          name="step"
          value="add"
          formNoValidate
          className={buttonLook('quiet', 'small', '-ms-2')}
        >
          <Icon name="plus" size={14} />
          Add a shipping method
        </button>
        <FieldNotes id="methods" error={fields.methods} />
        <Unlisted names={unlisted} />
      </div>
    </>
  );
}

/** Names that the newest orders bring and that have no row: offered while one types. */
function Unlisted({ names }: Readonly<{ names: readonly string[] }>) {
  if (names.length === 0) return null;
  return (
    <>
      <datalist id="used-methods">
        {names.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p className="min-w-0 break-words text-ink-soft text-sm">
        Without a row in your newest orders:{' '}
        {names.map((name, index) => (
          <span key={name}>
            {index > 0 ? ', ' : ''}
            <bdi>{name}</bdi>
          </span>
        ))}
      </p>
    </>
  );
}

/** After a step the page goes on at the row it was about, or at the first field that is wrong. */
function useFocus({ step, focus }: DeliveryFormState) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const next = focus === null ? wrong : document.getElementById(focus);
    if (step > 0) next?.focus();
  }, [step, focus]);
  return form;
}
