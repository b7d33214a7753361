import { ButtonLink } from '#app/_ui/button-link';
import { ConfirmForm } from '../../../_forms/confirm-form';
import { mergeCustomersAction } from '../../actions';
import { customerHref } from '../../customer-address';

type Person = Readonly<{ id: string; name: string; email: string }>;

/** `merge` goes into `keep`; the other way round is one click away. */
export function MergeForm({ keep, merge }: Readonly<{ keep: Person; merge: Person }>) {
  return (
    <ConfirmForm
      action={mergeCustomersAction}
      hidden={{ keepId: keep.id, mergeId: merge.id }}
      title={
        <span className="wrap-anywhere">
          Merge <bdi>{merge.email}</bdi> into <bdi>{keep.email}</bdi>?
        </span>
      }
      lead="This cannot be taken back."
      consequences={[
        {
          key: 'keep',
          icon: 'user',
          what: (
            <span className="wrap-anywhere">
              <bdi>{keep.name}</bdi>, {keep.email}, stays.
            </span>
          ),
          detail: 'New orders from either e-mail address belong to this customer.',
        },
        {
          key: 'door',
          icon: 'eye',
          tone: 'warn',
          what: 'Whoever signs in with either address sees the orders, codes and downloads of both.',
          detail: 'So make sure that it is one person, for example by asking.',
        },
        {
          key: 'orders',
          icon: 'receipt-text',
          what: 'All orders, addresses and notes of both stand on one page.',
          detail: 'What is written on the orders themselves does not change.',
        },
      ]}
      button={{ label: 'Merge', pending: 'Merging…' }}
      back={{ href: customerHref(keep.id), label: 'Leave them as they are' }}
      others={
        <ButtonLink href={customerHref(merge.id, '/merge', { with: keep.id })}>
          The other way round
        </ButtonLink>
      }
    />
  );
}
