import type { Metadata } from 'next';
import { Badge } from '#app/_ui/badge';
import { Card } from '#app/_ui/card';
import { PageGrid } from '#app/_ui/page-grid';
import { PageHeader } from '#app/_ui/page-header';
import { TextLink } from '#app/_ui/text-link';
import { api } from '#server/api/caller';
import { orNotFound } from '#server/api/or-not-found';
import type { CallbackPage } from '#server/payments/read-callback-page';
import { consoleSession } from '../../console-session';
import { CallbacksTable } from '../callbacks-table';
import { inboxHref, wholeInbox } from '../inbox-address';
import { OutcomeBadge } from '../outcome-badge';
import { settledWords } from '../resolution-words';
import { CallbackFacts } from './callback-facts';
import { CallbackMessage } from './callback-message';
import { ChecksCard } from './checks-card';
import { DoneNotice } from './done-notice';
import { Outcome } from './outcome';
import { WhatToDo } from './what-to-do';

export const metadata: Metadata = { title: 'Callback' };

type Props = Readonly<{
  params: Promise<Readonly<{ id: string }>>;
  searchParams: Promise<Readonly<{ done?: string | string[] }>>;
}>;

export default async function CallbackRoute({ params, searchParams }: Props) {
  const [{ id }, { done }] = await Promise.all([params, searchParams]);
  const { shop, nowMs, caller } = await consoleSession(`/inbox/${id}`);
  const page = await orNotFound((await api()).payments.callback({ id }));
  const { callback, deliveries } = page;
  const clock = { nowMs, timeZone: shop.timeZone };
  return (
    <>
      <PageHeader
        back={{ href: '/inbox', label: 'Inbox' }}
        title={`Callback from ${callback.accountName}`}
        badges={
          <>
            <OutcomeBadge callback={callback} />
            {callback.resolution === null ? null : (
              <Badge>{settledWords[callback.resolution.action]}</Badge>
            )}
          </>
        }
      />
      <DoneNotice page={page} done={done} />
      <PageGrid aside={<CallbackFacts callback={callback} {...clock} />}>
        <Outcome page={page} mayConfigure={caller.scopes.has('settings:read')} {...clock} />
        {caller.scopes.has('orders:write') ? <WhatToDo page={page} {...clock} /> : null}
        <ChecksCard page={page} />
        <CallbackMessage page={page} />
        {deliveries.length > 0 ? (
          <Card
            title="The same message again"
            aside={deliveries.length === 1 ? 'once more' : `${deliveries.length} times more`}
            flush
          >
            <CallbacksTable
              caption="Other deliveries of the same message, oldest first"
              callbacks={deliveries}
              without={['order', 'account']}
              {...clock}
            />
          </Card>
        ) : null}
        <OfOrder page={page} {...clock} />
      </PageGrid>
    </>
  );
}

type OfOrderProps = Readonly<{ page: CallbackPage; nowMs: number; timeZone: string }>;

function OfOrder({ page, ...clock }: OfOrderProps) {
  const { callback, ofOrder, hasMoreOfOrder } = page;
  const { orderNumber } = callback;
  if (orderNumber === null || ofOrder.length === 0) return null;
  const all = inboxHref(wholeInbox, { order: orderNumber });
  return (
    <Card
      title={`What else came in for order ${orderNumber}`}
      flush
      footer={hasMoreOfOrder ? <TextLink href={all}>All callbacks of this order</TextLink> : null}
    >
      <CallbacksTable
        caption={`Other callbacks of order ${orderNumber}, newest first`}
        callbacks={ofOrder}
        without={['order']}
        {...clock}
      />
    </Card>
  );
}
