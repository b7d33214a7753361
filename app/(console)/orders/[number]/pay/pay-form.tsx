'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FieldRow, FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { SelectField } from '#app/_ui/select-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { TextareaField } from '#app/_ui/textarea-field';
import { untouched } from '../../../_forms/command-state';
import { useFocusOnFault } from '../../../_forms/use-focus-on-fault';
import { orderPath } from '../_parts/order-path';
import { payAction } from './pay-action';

type Props = Readonly<{
  number: string;
  version: number;
  currency: string;
  /** What is still to be paid, as decimal text and as it is read. */
  due: string;
  dueWords: string;
  method: string;
}>;

/** The fields of a card stand under the choice "by terminal" and nowhere else, without script too. */
export function PayForm({ number, version, currency, due, dueWords, method }: Props) {
  const [{ message, fields, values }, action] = useActionState(payAction, untouched);
  const ref = useFocusOnFault(fields);
  return (
    <form ref={ref} action={action} noValidate className="group">
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="currency" value={currency} />
      <Card>
        <FormStack>
          <FieldRow>
            <SelectField
              label="How the money came in"
              name="method"
              emptyLabel="Choose…"
              choices={methods}
              defaultValue={values.method ?? method}
              error={fields.method}
              required
            />
            <Field
              label="Amount"
              name="amount"
              type="money"
              before={currency}
              hint={`${dueWords} is still to be paid. Less is kept as a part payment.`}
              defaultValue={values.amount ?? due}
              error={fields.amount}
              required
            />
          </FieldRow>
          <Field
            label="Name of the method"
            name="otherMethod"
            maxLength={60}
            hint="Such as PayPal, voucher or store credit."
            className="hidden group-has-[option[value=other]:checked]:block"
            defaultValue={values.otherMethod}
            error={fields.otherMethod}
          />
          <FieldRow className="hidden group-has-[option[value=terminal]:checked]:grid">
            <Field
              label="Card brand"
              name="cardBrand"
              maxLength={40}
              hint="Such as Visa."
              defaultValue={values.cardBrand}
              error={fields.cardBrand}
              optional
            />
            <Field
              label="Last four digits"
              name="cardLast4"
              type="number"
              hint="Never the whole number."
              autoComplete="off"
              defaultValue={values.cardLast4}
              error={fields.cardLast4}
              optional
            />
          </FieldRow>
          <FieldRow>
            <Field
              label="Reference"
              name="transactionId"
              mono
              maxLength={120}
              autoComplete="off"
              hint="Cheque number, bank reference or transaction id."
              defaultValue={values.transactionId}
              error={fields.transactionId}
              optional
            />
            <Field
              label="Authorization code"
              name="authorizationCode"
              mono
              maxLength={60}
              autoComplete="off"
              hint="As the bank or the terminal printed it."
              defaultValue={values.authorizationCode}
              error={fields.authorizationCode}
              optional
            />
          </FieldRow>
          <TextareaField
            label="Note"
            name="note"
            rows={2}
            maxLength={500}
            hint="Kept with the payment; only staff see it."
            defaultValue={values.note}
            error={fields.note}
            optional
          />
          <FormNotice className="empty:hidden">{message}</FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Recording…">Mark paid</SubmitButton>
            <ButtonLink href={orderPath(number)} kind="quiet">
              Back
            </ButtonLink>
          </FormActions>
        </FormStack>
      </Card>
    </form>
  );
}

const methods = [
  { value: 'cheque', label: 'Cheque' },
  { value: 'wire', label: 'Bank transfer' },
  { value: 'cash', label: 'Cash' },
  { value: 'terminal', label: 'Card by terminal' },
  { value: 'other', label: 'Something else' },
] as const;
