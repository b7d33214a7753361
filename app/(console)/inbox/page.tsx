import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { PageHeader } from '#app/_ui/page-header';
import { Pager } from '#app/_ui/pager';
import { Tabs } from '#app/_ui/tabs';
import { api } from '#server/api/caller';
import type { InboxPage } from '#server/payments/read-inbox-page';
import { consoleSession } from '../console-session';
import { CallbacksTable } from './callbacks-table';
import {
  type InboxAddress,
  inboxHref,
  isNarrowed,
  readInboxAddress,
  type SearchParams,
  wholeInbox,
} from './inbox-address';
import { InboxFilters } from './inbox-filters';

export const metadata: Metadata = { title: 'Inbox' };

type Props = Readonly<{ searchParams: Promise<SearchParams> }>;

export default async function InboxRoute({ searchParams }: Props) {
  const address = readInboxAddress(await searchParams);
  const { shop, nowMs, caller } = await consoleSession(inboxHref(address, address));
  const inbox = await browse(address);
  const mayConfigure = caller.scopes.has('settings:read');
  return (
    <>
      <PageHeader
        title="Inbox"
        meta="Every message that a payment gateway has sent, and what came of it."
      />
      <Card flush footer={inbox.data.length === 0 ? undefined : <Pages {...{ address, inbox }} />}>
        <div className="pt-1">
          <Tabs label="Callbacks" tabs={tabsOf(address, inbox)} />
        </div>
        <InboxFilters address={address} accounts={inbox.accounts} />
        <div className="border-line border-t">
          <CallbacksTable
            caption="Callbacks, newest first"
            callbacks={inbox.data}
            nowMs={nowMs}
            timeZone={shop.timeZone}
            empty={<NothingHere address={address} mayConfigure={mayConfigure} />}
          />
        </div>
      </Card>
    </>
  );
}

const pageLength = 25;

/** A cursor that somebody made up leads to the first page. */
async function browse({ needs, ...address }: InboxAddress): Promise<InboxPage> {
  const { payments } = await api();
  try {
    const needsPerson = needs === 'person';
    return await payments.inbox({ ...address, needsPerson, limit: pageLength });
  } catch (error) {
    if (address.cursor === undefined) throw error;
    redirect(inboxHref({ needs, ...address }));
  }
}

function tabsOf(address: InboxAddress, { waiting }: InboxPage) {
  return [
    { href: inboxHref(wholeInbox), label: 'All', active: address.needs === undefined },
    {
      href: inboxHref(wholeInbox, { needs: 'person' }),
      label: 'Needs a person',
      count: waiting,
      active: address.needs === 'person',
    },
  ];
}

function Pages({ address, inbox }: Readonly<{ address: InboxAddress; inbox: InboxPage }>) {
  const { nextCursor, previousCursor, data } = inbox;
  const hrefOf = (cursor: string | null) =>
    cursor === null ? undefined : inboxHref(address, { cursor });
  return (
    <Pager newerHref={hrefOf(previousCursor)} olderHref={hrefOf(nextCursor)}>
      {`${data.length} ${data.length === 1 ? 'callback' : 'callbacks'} shown`}
    </Pager>
  );
}

type EmptyProps = Readonly<{ address: InboxAddress; mayConfigure: boolean }>;

function NothingHere({ address, mayConfigure }: EmptyProps) {
  if (isNarrowed(address)) {
    return (
      <EmptyState
        title="No callback fits this"
        action={
          <ButtonLink href={inboxHref(wholeInbox, { needs: address.needs })}>
            Take the filters away
          </ButtonLink>
        }
      >
        <p>
          Take a filter away to see more. Orders, transactions and events are found by their whole
          number.
        </p>
      </EmptyState>
    );
  }
  if (address.needs === 'person') {
    return (
      <EmptyState title="Nothing waits for you">
        <p>Payments that could not be matched by themselves would stand here.</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title="No callbacks yet"
      action={
        mayConfigure ? (
          <ButtonLink href="/settings/payments" kind="primary">
            Set up a payment account
          </ButtonLink>
        ) : undefined
      }
    >
      <p>
        When a customer pays, the payment gateway tells this shop. Each of its messages appears
        here, with what it did: an order marked as paid, or why not.
      </p>
    </EmptyState>
  );
}
