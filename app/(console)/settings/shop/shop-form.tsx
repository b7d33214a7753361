'use client';

import { useActionState } from 'react';
import { Card } from '#app/_ui/card';
import { CheckboxField } from '#app/_ui/checkbox-field';
import { Field } from '#app/_ui/field';
import { FieldRow, FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import { type Choice, SelectField } from '#app/_ui/select-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { changeShopAction, type ShopFormState } from './actions';

type Choices = Readonly<{
  currencies: readonly Choice[];
  timeZones: readonly Choice[];
  languages: readonly Choice[];
}>;

type Props = Choices &
  Readonly<{
    saved: ShopFormState['values'];
    /** The number that the next order will get, as customers will read it. */
    nextOrder: string;
  }>;

export function ShopForm({ saved, nextOrder, ...choices }: Props) {
  const [state, action] = useActionState(changeShopAction, {
    notice: null,
    fields: {},
    values: saved,
  });
  return (
    <form action={action} noValidate className="grid max-w-2xl gap-4">
      <input type="hidden" name="shownNextNumber" value={saved.nextNumber} />
      <ShopFields {...state} {...choices} />
      <OrderFields {...state} nextOrder={nextOrder} />
      <PaymentFields {...state} />
      <DownloadFields {...state} />
      <InboxFields {...state} />
      <FormNotice tone={state.notice?.tone} className="empty:-mt-4">
        {state.notice?.text}
      </FormNotice>
      <FormActions>
        <SubmitButton pendingLabel="Saving…">Save</SubmitButton>
      </FormActions>
    </form>
  );
}

function ShopFields({ fields, values, ...choices }: ShopFormState & Choices) {
  const { currencies, timeZones, languages } = choices;
  return (
    <Card title="Shop">
      <FormStack>
        <Field
          label="Name"
          name="name"
          hint="Customers see it in every e-mail and on the tracking page."
          maxLength={100}
          defaultValue={values.name}
          error={fields.name}
          required
        />
        <FieldRow>
          <SelectField
            label="Currency"
            name="currency"
            hint="Offered first for new products and orders."
            choices={currencies}
            defaultValue={values.currency}
            error={fields.currency}
          />
          <SelectField
            label="Time zone"
            name="timeZone"
            hint="All times are shown in it."
            choices={timeZones}
            defaultValue={values.timeZone}
            error={fields.timeZone}
          />
        </FieldRow>
        <SelectField
          label="Language"
          name="language"
          hint="Customers are written to in their own language, or else in this one."
          choices={languages}
          defaultValue={values.language}
          error={fields.language}
          width="medium"
        />
      </FormStack>
    </Card>
  );
}

function PaymentFields({ fields, values }: ShopFormState) {
  return (
    <Card title="Payment">
      <FormStack>
        <Field
          label="Your payment page"
          name="paymentPage"
          type="url"
          dir="ltr"
          hint="Customers whose order is not paid find it on their tracking page. Write {number}, {amount} and {currency} where these belong: https://shop.example/pay/{number}"
          maxLength={1000}
          autoComplete="off"
          defaultValue={values.paymentPage ?? ''}
          error={fields.paymentPage}
          optional
        />
      </FormStack>
    </Card>
  );
}

function DownloadFields({ fields, values }: ShopFormState) {
  return (
    <Card title="Downloads">
      <FormStack>
        <FieldRow>
          <Field
            label="Downloads of each file"
            name="downloadsMax"
            type="number"
            hint="For every piece that is paid."
            defaultValue={values.downloadsMax}
            error={fields.downloadsMax}
            required
          />
          <Field
            label="Can be used for"
            name="downloadDays"
            type="number"
            after="days"
            hint="Leave it empty for no end."
            defaultValue={values.downloadDays}
            error={fields.downloadDays}
            optional
          />
        </FieldRow>
        <p className="text-ink-soft text-sm">
          For products that say nothing else. Orders that are paid keep what they got.
        </p>
      </FormStack>
    </Card>
  );
}

function InboxFields({ fields, values }: ShopFormState) {
  return (
    <Card title="Inbox">
      <FormStack>
        <Field
          label="Keep messages of gateways for"
          name="callbackDays"
          type="number"
          after="days"
          hint="Then what was sent is removed; what came of it stays."
          defaultValue={values.callbackDays}
          error={fields.callbackDays}
          width="medium"
          required
        />
      </FormStack>
    </Card>
  );
}

function OrderFields({ fields, values, nextOrder }: ShopFormState & Pick<Props, 'nextOrder'>) {
  return (
    <Card title="Orders">
      <FormStack>
        <FieldRow>
          <Field
            label="Number prefix"
            name="numberPrefix"
            hint={`The next order will be ${nextOrder}.`}
            maxLength={20}
            autoComplete="off"
            defaultValue={values.numberPrefix}
            error={fields.numberPrefix}
            optional
          />
          <Field
            label="Next number"
            name="nextNumber"
            type="number"
            hint="It can go up, never down."
            defaultValue={values.nextNumber}
            error={fields.nextNumber}
            required
          />
        </FieldRow>
        <CheckboxField
          key={String(values.deliveredOnTracking)}
          label="Shipped with tracking counts as delivered"
          name="deliveredOnTracking"
          hint="Once everything has left with a tracking number. Turn it off to mark orders delivered yourself."
          defaultChecked={values.deliveredOnTracking}
        />
      </FormStack>
    </Card>
  );
}
