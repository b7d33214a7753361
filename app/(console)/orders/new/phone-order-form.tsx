'use client';

import { type KeyboardEvent, useActionState } from 'react';
import { PageGrid } from '#app/_ui/page-grid';
import type { Choice } from '#app/_ui/select-field';
import { phoneOrderAction } from './actions';
import { AddressCard } from './address-card';
import { addLine, addProduct, pickCustomer, removeLine } from './change-draft';
import { CustomerCard } from './customer-card';
import type { Draft } from './draft';
import { draftTotals } from './draft-totals';
import { LinesCard } from './lines-card';
import { TermsCard } from './terms-card';
import { TotalsCard } from './totals-card';
import { useOrderDraft } from './use-order-draft';

type Props = Readonly<{
  blank: Draft;
  currencies: readonly Choice[];
  countries: readonly Choice[];
  methods: readonly Choice[];
}>;

export function PhoneOrderForm({ blank, currencies, countries, methods }: Props) {
  const [state, action] = useActionState(phoneOrderAction, {
    draft: blank,
    fields: {},
    message: null,
    found: { customers: null, products: null },
    focus: null,
  });
  const { form, count, base, draft, read, change } = useOrderDraft(state);
  const { fields, found } = state;
  const totals = draftTotals(draft);
  return (
    <form
      ref={form}
      action={action}
      noValidate
      className="group/order"
      onInput={read}
      onKeyDown={stayOnEnter}
    >
      {/* Enter in a field presses the first button of a form: without script it adds up. */}
      <button
        type="submit"
        name="step"
        value="add-up"
        tabIndex={-1}
        aria-hidden
        className="sr-only"
      >
        Add up
      </button>
      <input type="hidden" name="formKey" value={base.formKey} />
      <PageGrid key={count} aside={<TotalsCard totals={totals} message={state.message} />}>
        <CustomerCard
          {...{ base, fields }}
          found={found.customers}
          onPick={(customer) => change((now) => pickCustomer(now, customer), 'customer-name')}
        />
        <LinesCard
          {...{ base, totals, fields, currencies }}
          found={found.products}
          onAdd={(product) => change((now) => addProduct(now, product), 'product-query')}
          onAddLine={() => change(addLine, `line-${base.lines.length}-sku`)}
          onRemove={(index) => change((now) => removeLine(now, index), 'product-query')}
        />
        <AddressCard {...{ base, fields, countries }} />
        <TermsCard {...{ base, fields, methods }} />
      </PageGrid>
    </form>
  );
}

/** A slip of the Enter key in the middle of a call places nothing. */
function stayOnEnter(event: KeyboardEvent) {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault();
}
