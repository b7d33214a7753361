import { Field } from '#app/_ui/field';
import { FilterBar } from '#app/_ui/filter-bar';
import { statusChoices, statusWord } from '#app/_ui/status-words';
import { verdictsForAPerson } from '#domain/vocabulary';
import { type InboxAddress, inboxHref, wholeInbox } from './inbox-address';

type Props = Readonly<{
  address: InboxAddress;
  accounts: readonly Readonly<{ slug: string; name: string }>[];
}>;

export function InboxFilters({ address, accounts }: Props) {
  const { needs, verdict, account, order, query, day } = address;
  const accountName = accounts.find(({ slug }) => slug === account)?.name ?? account;
  const chip = (name: keyof InboxAddress, label: string | undefined) =>
    label === undefined ? [] : [{ label, removeHref: inboxHref(address, { [name]: undefined }) }];
  return (
    <FilterBar
      action="/inbox"
      search={{
        value: query ?? order,
        label: 'Search the inbox',
        placeholder: 'Order number, transaction ID or event ID',
      }}
      filters={[
        {
          name: 'verdict',
          label: 'Outcome',
          choices: statusChoices('callback').filter(
            ({ value }) => needs === undefined || forAPerson.includes(value),
          ),
          value: verdict,
          anyLabel: 'Any outcome',
        },
        {
          name: 'account',
          label: 'Account',
          choices: accounts.map(({ slug, name }) => ({ value: slug, label: name })),
          value: account,
          anyLabel: 'All accounts',
        },
      ]}
      beside={
        <Field
          name="day"
          label="Day"
          hideLabel
          before="On"
          type="date"
          defaultValue={day}
          className="min-w-52 flex-1 sm:max-w-52"
        />
      }
      keep={{ needs }}
      chips={[
        ...chip('query', query === undefined ? undefined : `“${query}”`),
        ...chip('order', order === undefined ? undefined : `Order ${order}`),
        ...chip('verdict', verdict && statusWord('callback', verdict).word),
        ...chip('account', accountName),
        ...chip('day', day === undefined ? undefined : `On ${day}`),
      ]}
      clearHref={inboxHref(wholeInbox, { needs })}
    />
  );
}

const forAPerson: readonly string[] = verdictsForAPerson;
