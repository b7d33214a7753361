'use client';

import { useActionState } from 'react';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SubmitButton } from '#app/_ui/submit-button';
import { untouched } from '../../../../_forms/command-state';
import { useFocusOnFault } from '../../../../_forms/use-focus-on-fault';
import { addDownloadsAction } from '../../_parts/grant-actions';
import { type OfGrant, ReasonField } from './of-grant';

type Props = OfGrant & Readonly<{ version: number }>;

/** Sent twice, it is done once: the second asks about an order that is another by then. */
export function AddDownloadsForm({ number, grantId, version }: Props) {
  const [{ message, fields, values }, action] = useActionState(addDownloadsAction, untouched);
  const ref = useFocusOnFault(fields);
  return (
    <form ref={ref} action={action} noValidate>
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="grantId" value={grantId} />
      <Card title="Add downloads">
        <FormStack>
          <Field
            label="How many more"
            name="downloads"
            type="number"
            width="short"
            hint="Of each file."
            defaultValue={values.downloads ?? '1'}
            error={fields.downloads}
            required
          />
          <ReasonField values={values} fields={fields} />
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <div>
            <SubmitButton pendingLabel="Adding…">Add downloads</SubmitButton>
          </div>
        </FormStack>
      </Card>
    </form>
  );
}
