'use client';

import { useActionState, useState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../../_forms/command-state';
import { useFocusOnFault } from '../../../../_forms/use-focus-on-fault';
import { trackingAction } from '../../_parts/correction-actions';
import { orderPath } from '../../_parts/order-path';
import { ParcelFields } from '../../_parts/parcel-fields';
import { type ParcelTyped, parcelFrom } from '../../_parts/parcel-typed';

type Props = Readonly<{ number: string; parcelId: string; parcel: ParcelTyped; email: string }>;

export function TrackingForm({ number, parcelId, parcel, email }: Props) {
  const [{ message, fields, values }, action] = useActionState(trackingAction, untouched);
  const ref = useFocusOnFault(fields);
  const isSentBefore = values.number !== undefined;
  const [typed, setTyped] = useState(isSentBefore ? parcelFrom(values, 'parcel.') : parcel);
  return (
    <form ref={ref} action={action} noValidate>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="parcelId" value={parcelId} />
      <Card>
        <FormStack>
          <ParcelFields
            prefix="parcel."
            parcel={typed}
            onChange={(part) => setTyped((before) => ({ ...before, ...part }))}
            fields={fields}
          />
          <CheckboxField
            label={`Tell the customer by e-mail, at ${email}`}
            name="notify"
            defaultChecked={!isSentBefore || values.notify !== undefined}
          />
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
            <ButtonLink href={orderPath(number)} kind="quiet">
              Back
            </ButtonLink>
          </FormActions>
        </FormStack>
      </Card>
    </form>
  );
}
