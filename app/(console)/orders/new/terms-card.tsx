import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FieldRow, FormStack } from '#app/_ui/form-layout';
import { type Choice, SelectField } from '#app/_ui/select-field';
import { TextareaField } from '#app/_ui/textarea-field';
import type { FieldFaults } from '#server/errors';
import type { Draft } from './draft';

type Props = Readonly<{ base: Draft; fields: FieldFaults; methods: readonly Choice[] }>;

export function TermsCard({ base, fields, methods }: Props) {
  return (
    <Card title="Shipping, payment and notes">
      <FormStack>
        <FieldRow>
          <Field
            label="Shipping method"
            name="shippingMethod"
            placeholder="Standard, courier, collected…"
            maxLength={100}
            autoComplete="off"
            defaultValue={base.shippingMethod}
            error={fields['shipping.method']}
            optional
          />
          <Field
            label="Shipping cost"
            name="shippingAmount"
            type="money"
            placeholder="0"
            maxLength={40}
            defaultValue={base.shippingAmount}
            error={fields['shipping.amount']}
          />
          <Field
            label="Tax on shipping"
            name="shippingTax"
            type="money"
            placeholder="0"
            maxLength={40}
            defaultValue={base.shippingTax}
            error={fields['shipping.tax']}
          />
        </FieldRow>
        <FieldRow>
          <Field
            label="Discount on the order"
            name="discount"
            type="money"
            placeholder="0"
            maxLength={40}
            defaultValue={base.discount}
            error={fields.discount}
          />
          <SelectField
            label="Will be paid by"
            name="paymentMethod"
            choices={methods}
            emptyLabel="Not settled yet"
            hint={
              methods.length === 0
                ? 'Switch cheque, bank transfer or cash on in the payment settings to offer them.'
                : 'The customer is sent its instructions.'
            }
            defaultValue={base.paymentMethod}
            error={fields.paymentMethod}
          />
        </FieldRow>
        <TextareaField
          label="Note"
          name="note"
          hint="For staff; the customer does not see it."
          rows={2}
          maxLength={2000}
          defaultValue={base.note}
          error={fields.note}
          optional
        />
        <Field
          label="Tags"
          name="tags"
          placeholder="phone, gift"
          hint="With commas between them."
          maxLength={3000}
          autoComplete="off"
          defaultValue={base.tags}
          error={Object.entries(fields).find(([path]) => path.startsWith('tags'))?.[1]}
          optional
        />
      </FormStack>
    </Card>
  );
}
