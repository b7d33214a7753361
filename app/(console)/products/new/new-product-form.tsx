'use client';

import { useActionState } from 'react';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { Field } from '#app/_ui/field';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import type { Choice } from '#app/_ui/select-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { createProductAction } from '../actions';
import { ProductFields, type ShopTerms } from '../product-fields';
import type { ProductValues } from '../product-values';
import { useFaultFocus } from '../use-fault-focus';

type Props = Readonly<{
  blank: ProductValues;
  currencies: readonly Choice[];
  shopTerms: ShopTerms;
}>;

export function NewProductForm({ blank, currencies, shopTerms }: Props) {
  const [{ notice, fields, values }, action] = useActionState(createProductAction, {
    notice: null,
    fields: {},
    values: blank,
  });
  const form = useFaultFocus(fields);
  return (
    <form ref={form} action={action} noValidate className="group/product max-w-2xl">
      <Card>
        <FormStack>
          <Field
            label="SKU"
            name="sku"
            hint="Your own short name. It cannot be changed later."
            width="medium"
            mono
            maxLength={64}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            defaultValue={values.sku}
            error={fields.sku}
            required
          />
          <ProductFields {...{ values, fields, currencies, shopTerms }} isNew isKindOpen />
          <FormNotice tone={notice?.tone} className="empty:hidden">
            {notice?.text}
          </FormNotice>
          <FormActions>
            <SubmitButton pendingLabel="Saving…">Save product</SubmitButton>
            <ButtonLink href="/products" kind="quiet">
              Back to the products
            </ButtonLink>
          </FormActions>
        </FormStack>
      </Card>
    </form>
  );
}
