import { Card } from '#app/_ui/card';
import { CopyButton } from '#app/_ui/copy-button';
import { PlainLink } from '#app/_ui/plain-link';
import { TextLink } from '#app/_ui/text-link';
import type { OrderPage } from '#server/orders/read-order-page';
import { orderPath } from './order-path';

export function TrackingPageCard({ page }: Readonly<{ page: OrderPage }>) {
  const { order, trackingUrl, permitted } = page;
  return (
    <Card title="The customer’s page" className="print:hidden">
      <p className="text-ink-soft text-sm">
        Whoever has this link sees how the order stands. It is in every message.
      </p>
      <p className="mt-1.5 flex flex-wrap items-center gap-x-3">
        <PlainLink href={trackingUrl} external>
          Open it
        </PlainLink>
        <CopyButton text={trackingUrl} what="link to the customer’s page" />
        {permitted.includes('renew_link') ? (
          <TextLink href={orderPath(order.number, '/link')}>Replace the link</TextLink>
        ) : null}
      </p>
    </Card>
  );
}
