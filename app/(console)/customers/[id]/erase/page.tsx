import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link';
import { Notice } from '#app/_ui/notice';
import { PageHeader } from '#app/_ui/page-header';
import { consoleSession } from '../../../console-session';
import { customerHref } from '../../customer-address';
import { readCustomer } from '../read-customer';
import { EraseForm } from './erase-form';

export const metadata: Metadata = { title: 'Erase personal data' };

type Props = Readonly<{ params: Promise<Readonly<{ id: string }>> }>;

export default async function ErasePage({ params }: Props) {
  const { id } = await params;
  const { caller } = await consoleSession(customerHref(id, '/erase'));
  const { customer } = await readCustomer(id);
  const back = { href: customerHref(id), label: customer.name };
  const why =
    caller.role === 'owner'
      ? customer.erasedAt === null
        ? null
        : 'The personal data is erased already.'
      : 'Only the owner can erase a customer.';
  return (
    <div className="max-w-3xl">
      <PageHeader title="Erase personal data" back={back} />
      {why === null ? (
        <EraseForm id={id} name={customer.name} />
      ) : (
        <Notice
          tone="warn"
          title={why}
          actions={<ButtonLink href={back.href}>Back to the customer</ButtonLink>}
        />
      )}
    </div>
  );
}
