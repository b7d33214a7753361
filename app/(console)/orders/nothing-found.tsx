import { ButtonLink } from '#app/_ui/button-link';
import { EmptyState } from '#app/_ui/empty-state';
import type { OrderStatus } from '#domain/vocabulary';
import { isNarrowed, type ListAddress, listHref } from './list-address';
import { nothing } from './order-filters';

/** An empty list says whether that is good news, and if not, how to find more. */
export function NothingFound({ address }: Readonly<{ address: ListAddress }>) {
  const { status } = address;
  if (!isNarrowed(address)) {
    const [title, words] = emptyTabs[status ?? 'pending'];
    return <EmptyState title={title}>{words}</EmptyState>;
  }
  return (
    <EmptyState title="No order fits this" action={<WiderSearches address={address} />}>
      <p>{adviceFor(address)}</p>
    </EmptyState>
  );
}

function WiderSearches({ address }: Readonly<{ address: ListAddress }>) {
  const { q, status } = address;
  const isWiderSearch = q !== undefined && listHref(address) !== listHref({ ...nothing, q });
  return (
    <>
      {isWiderSearch ? (
        <ButtonLink href={listHref({ ...nothing, q })}>Search all orders for “{q}”</ButtonLink>
      ) : null}
      <ButtonLink href={listHref({ ...nothing, status })}>Take the filters away</ButtonLink>
    </>
  );
}

function adviceFor({ q, from, to }: ListAddress): string {
  if (from !== undefined && to !== undefined && to < from) {
    return 'The first day is after the last one: swap them.';
  }
  const isShort = q?.split(/\s+/).every((word) => [...word].length < 3);
  if (isShort) {
    return 'One or two letters only find the beginning of an order number. Type three or more to search names, e‑mail addresses and everything else.';
  }
  return q === undefined
    ? 'Take a filter away to see more.'
    : 'Every word must be in the order: its number, name, e‑mail, phone, SKU, product, tracking number or transaction. Try fewer words, or only a part of one.';
}

const emptyTabs = {
  pending: ['Nothing waits to be paid', 'New orders stand here until their money is in.'],
  paid: ['Nothing to ship', 'Everything that was paid has left. Well done.'],
  shipped: ['Nothing is on its way', 'Orders stand here between leaving and arriving.'],
  delivered: ['Nothing delivered yet', 'Orders that have arrived are kept here.'],
  cancelled: ['No cancelled orders', 'A cancelled order is kept here and can be reopened.'],
  deleted: ['The bin is empty', 'Deleted orders stay here for 30 days and can be restored.'],
} as const satisfies Record<OrderStatus | 'deleted', readonly [string, string]>;
