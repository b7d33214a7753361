import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { FilterBar } from '#app/_ui/filter-bar';
import { PageHeader } from '#app/_ui/page-header';
import { Pager } from '#app/_ui/pager';
import { Tabs } from '#app/_ui/tabs';
import type { MessageStatus } from '#domain/vocabulary';
import { api, sessionContext } from '#server/api/caller';
import type { OutboxPage } from '#server/mail/read-outbox-page';
import { consoleSession } from '../console-session';
import { HeldNotice } from './held-notice';
import {
  allMessages,
  type MessageAddress,
  messagesHref,
  readMessageAddress,
  type SearchParams,
} from './message-address';
import { MessagesTable } from './messages-table';

export const metadata: Metadata = { title: 'Messages' };

type Props = Readonly<{ searchParams: Promise<SearchParams> }>;

export default async function MessagesPage({ searchParams }: Props) {
  const address = readMessageAddress(await searchParams);
  const { shop, nowMs, caller } = await consoleSession(messagesHref(address, address));
  const [page, { env }] = await Promise.all([browse(address), sessionContext()]);
  const { order } = address;
  return (
    <>
      <PageHeader title="Messages" meta="Every e-mail to your customers, and what became of it." />
      <div className="grid gap-4">
        <HeldNotice
          held={page.counts.held}
          hasTransport={env.mail.kind !== 'none'}
          maySend={caller.scopes.has('orders:write')}
        />
        <Card flush footer={page.data.length === 0 ? undefined : <Pages {...{ address, page }} />}>
          <div className="pt-1">
            <Tabs label="Messages by status" tabs={tabsOf(address, page)} />
          </div>
          <FilterBar
            action="/messages"
            search={{ value: order, label: 'Order number', placeholder: 'Order number' }}
            keep={{ status: address.status, delivery: address.delivery }}
            chips={
              order === undefined
                ? []
                : [
                    {
                      label: `Order ${order}`,
                      removeHref: messagesHref(address, { order: undefined }),
                    },
                  ]
            }
          />
          <div className="border-line border-t">
            <MessagesTable
              messages={page.data}
              nowMs={nowMs}
              timeZone={shop.timeZone}
              empty={<NothingHere address={address} />}
            />
          </div>
        </Card>
      </div>
    </>
  );
}

const pageLength = 25;

/** A cursor that somebody made up leads to the first page. */
async function browse(address: MessageAddress): Promise<OutboxPage> {
  const { messages } = await api();
  try {
    const { delivery, ...filter } = address;
    return await messages.outbox({
      ...filter,
      cameBack: delivery !== undefined,
      limit: pageLength,
    });
  } catch (error) {
    if (address.cursor === undefined) throw error;
    redirect(messagesHref(address));
  }
}

function tabsOf(address: MessageAddress, { counts }: OutboxPage) {
  const isCameBack = address.delivery !== undefined;
  const tab = (status: MessageStatus | undefined, label: string, count?: number) => ({
    href: messagesHref(allMessages, { status }),
    label,
    count,
    active: address.status === status && !isCameBack,
  });
  const cameBack = {
    href: messagesHref(allMessages, { delivery: 'bounced' }),
    label: 'Came back',
    count: counts.cameBack,
    active: isCameBack,
  };
  return [
    tab(undefined, 'All'),
    tab('held', 'Held back', counts.held),
    tab('failed', 'Failed', counts.failed),
    cameBack,
    tab('waiting', 'Waiting', counts.waiting),
    tab('sent', 'Sent'),
    tab('withdrawn', 'Withdrawn'),
  ];
}

function Pages({ address, page }: Readonly<{ address: MessageAddress; page: OutboxPage }>) {
  const { nextCursor, previousCursor, data } = page;
  const hrefOf = (cursor: string | null) =>
    cursor === null ? undefined : messagesHref(address, { cursor });
  return (
    <Pager newerHref={hrefOf(previousCursor)} olderHref={hrefOf(nextCursor)}>
      {`${data.length} ${data.length === 1 ? 'message' : 'messages'} shown`}
    </Pager>
  );
}

function NothingHere({ address }: Readonly<{ address: MessageAddress }>) {
  const { order, status, delivery } = address;
  if (order !== undefined) {
    return (
      <EmptyState
        title={`No message for order ${order}`}
        action={
          <ButtonLink href={messagesHref(address, { order: undefined })}>
            Take the filter away
          </ButtonLink>
        }
      >
        <p>An order is found by its whole number.</p>
      </EmptyState>
    );
  }
  const [title, words] = emptyWords[delivery ?? status ?? 'all'];
  return (
    <EmptyState title={title}>
      <p>{words}</p>
    </EmptyState>
  );
}

const emptyWords = {
  all: [
    'No messages yet',
    'Customers get an e-mail when their order is received, paid, shipped or cancelled. Each of them appears here.',
  ],
  held: ['Nothing is held', 'Messages are held only while there is no way for mail to leave.'],
  waiting: ['Nothing waits to be sent', 'Messages leave within half a minute of being written.'],
  sending: ['Nothing is being sent', 'Messages leave within half a minute of being written.'],
  sent: ['Nothing was sent yet', 'Messages that have left stand here.'],
  failed: ['Nothing has failed', 'Every message that was tried has left or is tried again.'],
  bounced: ['Nothing came back', 'Mail that the customer’s mailbox refuses stands here.'],
  withdrawn: [
    'Nothing was withdrawn',
    'A message that is no longer true when it is to leave is kept here and not sent.',
  ],
} as const satisfies Record<MessageStatus | 'bounced' | 'all', readonly [string, string]>;
