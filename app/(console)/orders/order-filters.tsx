import { Disclosure } from '#app/_ui/disclosure';
import { Field } from '#app/_ui/field';
import { FilterBar } from '#app/_ui/filter-bar';
import { SelectField } from '#app/_ui/select-field';
import { statusChoices, statusWord } from '#app/_ui/status-words';
import { type ListAddress, listHref, listSorts } from './list-address';

export function OrderFilters({ address }: Readonly<{ address: ListAddress }>) {
  const { payment, fulfilment, flag, tag, from, to, sort } = address;
  const isMoreUsed =
    sort !== listSorts[0] ||
    [payment, fulfilment, tag, from, to].some((part) => part !== undefined);
  return (
    <FilterBar
      action="/orders"
      search={{
        value: address.q,
        label: 'Search orders',
        placeholder: 'Number, name, e-mail, SKU, tracking number, transaction…',
      }}
      filters={[{ name: 'flag', label: 'Flag', choices: statusChoices('flag'), value: flag }]}
      keep={{ status: address.status }}
      more={
        <Disclosure summary="More filters" open={isMoreUsed}>
          <div className="grid gap-2 sm:grid-cols-3 lg:grid-cols-6">
            <SelectField
              name="payment"
              label="Payment"
              choices={statusChoices('payment')}
              emptyLabel="Any"
              defaultValue={payment ?? ''}
            />
            <SelectField
              name="fulfilment"
              label="Shipping"
              choices={statusChoices('fulfilment')}
              emptyLabel="Any"
              defaultValue={fulfilment ?? ''}
            />
            <Field name="tag" label="Tag" defaultValue={tag} autoComplete="off" maxLength={60} />
            <Field name="from" label="Placed from" type="date" defaultValue={from} />
            <Field name="to" label="Placed to" type="date" defaultValue={to} />
            <SelectField name="sort" label="Sort by" choices={sortChoices} defaultValue={sort} />
          </div>
        </Disclosure>
      }
      chips={chipsOf(address)}
      clearHref={listHref({ ...nothing, status: address.status })}
    />
  );
}

export const nothing: ListAddress = {
  status: undefined,
  q: undefined,
  payment: undefined,
  fulfilment: undefined,
  flag: undefined,
  tag: undefined,
  from: undefined,
  to: undefined,
  sort: listSorts[0],
  cursor: undefined,
};

const sortChoices = [
  { value: '-placedAt', label: 'Newest first' },
  { value: 'placedAt', label: 'Oldest first' },
  { value: '-total', label: 'Largest total' },
  { value: 'total', label: 'Smallest total' },
] as const;

function chipsOf(address: ListAddress) {
  const { q, payment, fulfilment, flag, tag, from, to } = address;
  const chips: readonly (readonly [keyof ListAddress, string | undefined])[] = [
    ['q', q && `“${q}”`],
    ['flag', flag && statusWord('flag', flag).word],
    ['payment', payment && `Payment: ${statusWord('payment', payment).word}`],
    ['fulfilment', fulfilment && `Shipping: ${statusWord('fulfilment', fulfilment).word}`],
    ['tag', tag && `Tag: ${tag}`],
    ['from', from && `From ${from}`],
    ['to', to && `To ${to}`],
  ];
  return chips.flatMap(([part, label]) =>
    label === undefined ? [] : [{ label, removeHref: listHref(address, { [part]: undefined }) }],
  );
}
