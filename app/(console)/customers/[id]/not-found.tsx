import { ButtonLink } from '#app/_ui/button-link';
import { EmptyState } from '#app/_ui/empty-state';
import { listHref } from '../customer-address';

export default function CustomerNotFound() {
  return (
    <EmptyState
      title="There is no such customer"
      action={<ButtonLink href={listHref({})}>Show all customers</ButtonLink>}
    >
      They may have been merged into another one.
    </EmptyState>
  );
}
