'use client';

import { useActionState } from 'react';
import { FormActions, FormStack } from '#app/_ui/form-layout';
import { FormNotice } from '#app/_ui/form-notice';
import type { Choice } from '#app/_ui/select-field';
import { SubmitButton } from '#app/_ui/submit-button';
import { changeProductAction } from '../actions';
import { ProductFields, type ShopTerms } from '../product-fields';
import type { ProductValues } from '../product-values';
import { useFaultFocus } from '../use-fault-focus';

type Props = Readonly<{
  saved: ProductValues;
  currencies: readonly Choice[];
  isKindOpen: boolean;
  shopTerms: ShopTerms;
}>;

export function EditProductForm({ saved, currencies, isKindOpen, shopTerms }: Props) {
  const [{ notice, fields, values }, action] = useActionState(changeProductAction, {
    notice: null,
    fields: {},
    values: saved,
  });
  const form = useFaultFocus(fields);
  return (
    <form ref={form} action={action} noValidate className="group/product">
      <input type="hidden" name="sku" value={saved.sku} />
      <FormStack>
        <ProductFields {...{ values, fields, currencies, isKindOpen, shopTerms }} isNew={false} />
        <FormNotice tone={notice?.tone} className="empty:hidden">
          {notice?.text}
        </FormNotice>
        <FormActions>
          <SubmitButton pendingLabel="Saving…">Save changes</SubmitButton>
        </FormActions>
      </FormStack>
    </form>
  );
}
