import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { FilterBar } from '#app/_ui/filter-bar';
import { PageHeader } from '#app/_ui/page-header';
import { api } from '#server/api/caller';
import type { CustomerSummary } from '#server/customers/list-customers';
import { consoleSession } from '../../../console-session';
import { readText } from '../../../products/product-address';
import { customerHref, type SearchParams } from '../../customer-address';
import { readCustomer } from '../read-customer';
import { MergeForm } from './merge-form';

export const metadata: Metadata = { title: 'Merge customers' };

type Props = Readonly<{
  params: Promise<Readonly<{ id: string }>>;
  searchParams: Promise<SearchParams>;
}>;

export default async function MergePage({ params, searchParams }: Props) {
  const { id } = await params;
  const asked = await searchParams;
  const [otherId, q] = [readText(asked.with, 100), readText(asked.q, 200)];
  await consoleSession(customerHref(id, '/merge'));
  const { customer } = await readCustomer(id);
  return (
    <div className="max-w-3xl">
      <PageHeader
        title="Merge customers"
        back={{ href: customerHref(id), label: customer.name }}
        meta={
          <span className="wrap-anywhere">
            <bdi>{customer.name}</bdi>, {customer.email}
          </span>
        }
      />
      {otherId === undefined ? (
        <Choose id={id} q={q} />
      ) : (
        <MergeForm keep={customer} merge={(await readCustomer(otherId)).customer} />
      )}
    </div>
  );
}

async function Choose({ id, q }: Readonly<{ id: string; q: string | undefined }>) {
  const { customers } = await api();
  const { data } = q === undefined ? { data: [] } : await customers.list({ q, limit: 10 });
  const others = data.filter((other) => other.id !== id && !other.isErased);
  return (
    <Card title="Who is the same person?" flush>
      <FilterBar
        action={customerHref(id, '/merge')}
        search={{
          value: q,
          label: 'Search customers',
          placeholder: 'Name, e-mail, phone, order number',
        }}
      />
      {q === undefined ? null : (
        <div className="border-line border-t">
          {others.length === 0 ? (
            <EmptyState title="Nobody else fits this">
              Try fewer words, or only a part of one.
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {others.map((other) => (
                <Other key={other.id} id={id} other={other} />
              ))}
            </ul>
          )}
        </div>
      )}
    </Card>
  );
}

function Other({ id, other }: Readonly<{ id: string; other: CustomerSummary }>) {
  const { name, email, orders } = other;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 px-(--card-pad) py-2.5">
      <span className="wrap-anywhere min-w-0">
        <bdi className="font-medium">{name}</bdi>{' '}
        <span className="text-ink-soft">
          {email} · {orders.toLocaleString('en')} {orders === 1 ? 'order' : 'orders'}
        </span>
      </span>
      <ButtonLink href={customerHref(id, '/merge', { with: other.id })} size="small">
        Choose<span className="sr-only"> {email}</span>
      </ButtonLink>
    </li>
  );
}
