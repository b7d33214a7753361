import { ButtonLink } from '#app/_ui/button-link';
import { Notice } from '#app/_ui/notice';
import { TextLink } from '#app/_ui/text-link';
import type { CustomerPage } from '#server/customers/read-customer-page';
import { customerHref } from '../customer-address';

/** Who has the same name or the same phone number. */
export function LookalikesCard({
  page: { customer, lookalikes },
}: Readonly<{ page: CustomerPage }>) {
  if (lookalikes.length === 0) return null;
  return (
    <Notice title={lookalikes.length === 1 ? 'Maybe the same person' : 'Maybe the same people'}>
      <p>They have the same name or phone number.</p>
      <ul className="mt-2 grid gap-2">
        {lookalikes.map(({ id, name, email, orders }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <span className="wrap-anywhere min-w-0">
              <TextLink href={customerHref(id)}>
                <bdi>{name}</bdi>
              </TextLink>{' '}
              <span className="text-ink-soft">
                {email} · {orders.toLocaleString('en')} {orders === 1 ? 'order' : 'orders'}
              </span>
            </span>
            <ButtonLink href={customerHref(customer.id, '/merge', { with: id })} size="small">
              Merge<span className="sr-only"> with {email}</span>
            </ButtonLink>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
