import type { ReactNode } from 'react';
import { Card } from '#app/_ui/card';
import { PlainLink } from '#app/_ui/plain-link';
import { TextLink } from '#app/_ui/text-link';
import type { Address } from '#domain/address';
import type { OrderPage } from '#server/orders/read-order-page';
import { customerHref } from '../../../customers/customer-address';
import { AddressLines } from './address-lines';
import { orderPath } from './order-path';

export function CustomerCard({ page: { order, permitted } }: Readonly<{ page: OrderPage }>) {
  const { customer, shippingAddress, billingAddress, number } = order;
  const isSame = JSON.stringify(shippingAddress) === JSON.stringify(billingAddress);
  const mayCorrect = permitted.includes('correct_address');
  return (
    <Card
      title="Customer"
      actions={
        mayCorrect ? (
          <span className="me-2">
            <Correct href={orderPath(number, '/contact')} what="contact" />
          </span>
        ) : undefined
      }
    >
      <div className="wrap-anywhere">
        <p className="font-medium">
          <TextLink href={customerHref(order.customerId)}>
            <bdi>{customer.name}</bdi>
          </TextLink>
        </p>
        <p>
          <PlainLink href={`mailto:${customer.email}`}>{customer.email}</PlainLink>
        </p>
        {customer.phone === null ? null : (
          <p>
            <PlainLink href={`tel:${customer.phone.replace(/[^+\d]/g, '')}`}>
              {customer.phone}
            </PlainLink>
          </p>
        )}
      </div>
      <AddressBlock
        title={isSame && shippingAddress !== null ? 'Ships and bills to' : 'Ships to'}
        address={shippingAddress}
        correct={
          mayCorrect ? (
            <Correct href={orderPath(number, '/address/shipping')} what="shipping address" />
          ) : null
        }
      />
      {isSame && shippingAddress !== null ? null : (
        <AddressBlock
          title="Bills to"
          address={billingAddress}
          correct={
            mayCorrect ? (
              <Correct href={orderPath(number, '/address/billing')} what="billing address" />
            ) : null
          }
        />
      )}
      {isSame && shippingAddress !== null && mayCorrect ? (
        <p className="mt-1 text-sm print:hidden">
          <TextLink href={orderPath(number, '/address/billing')}>
            Give a different billing address
          </TextLink>
        </p>
      ) : null}
    </Card>
  );
}

type BlockProps = Readonly<{ title: string; address: Address | null; correct: ReactNode }>;

function AddressBlock({ title, address, correct }: BlockProps) {
  return (
    <div className="mt-3 border-line border-t pt-3">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="text-ink-soft text-sm">{title}</h3>
        {correct}
      </div>
      {address === null ? (
        <p className="text-ink-soft">No address.</p>
      ) : (
        <AddressLines address={address} />
      )}
    </div>
  );
}

function Correct({ href, what }: Readonly<{ href: string; what: string }>) {
  return (
    <TextLink href={href} className="text-sm print:hidden">
      Correct<span className="sr-only"> the {what}</span>
    </TextLink>
  );
}
