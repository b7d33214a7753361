import { FilterBar } from '#app/_ui/filter-bar';
import { statusChoices, statusWord } from '#app/_ui/status-words';
import { verdictsForAPerson } from '#domain/vocabulary';
import { type InboxAddress, inboxHref, wholeInbox } from './inbox-address';

type Props = Readonly<{
  address: InboxAddress;
  accounts: readonly Readonly<{ slug: string; name: string }>[];
}>;

export function InboxFilters({ address, accounts }: Props) {
  const { needs, verdict, account, order } = address;
  const accountName = accounts.find(({ slug }) => slug === account)?.name ?? account;
  const chip = (name: keyof InboxAddress, label: string | undefined) =>
    label === undefined ? [] : [{ label, removeHref: inboxHref(address, { [name]: undefined }) }];
  return (
    <FilterBar
      action="/inbox"
      search={{ value: order, label: 'Order number', placeholder: 'Order number' }}
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
      keep={{ needs }}
      chips={[
        ...chip('order', order === undefined ? undefined : `Order ${order}`),
        ...chip('verdict', verdict && statusWord('callback', verdict).word),
        ...chip('account', accountName),
      ]}
      clearHref={inboxHref(wholeInbox, { needs })}
    />
  );
}

const forAPerson: readonly string[] = verdictsForAPerson;
