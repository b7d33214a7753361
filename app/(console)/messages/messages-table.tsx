import type { ReactNode } from 'react';
import { Moment } from '#app/_ui/moment';
import { statusWord } from '#app/_ui/status-words';
import { Table } from '#app/_ui/table';
import { TextLink } from '#app/_ui/text-link';
import type { OutboxRow } from '#server/mail/read-outbox-page';
import { MailBadge } from './mail-badge';

type Props = Readonly<{
  messages: readonly OutboxRow[];
  nowMs: number;
  timeZone: string;
  empty: ReactNode;
}>;

export function MessagesTable({ messages, empty, ...clock }: Props) {
  return (
    <Table
      caption="Messages to customers, newest first"
      rows={messages}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/messages/${id}`}
      isFaded={({ status }) => status === 'withdrawn'}
      empty={empty}
      columns={[
        {
          key: 'created',
          header: 'Written',
          cell: ({ createdAt }) => <Moment at={createdAt} show="short" {...clock} />,
          narrow: 'end',
        },
        {
          key: 'status',
          header: 'Status',
          cell: ({ status, delivery }) => <MailBadge status={status} delivery={delivery} plain />,
          narrow: 'start',
        },
        {
          key: 'template',
          header: 'About',
          cell: ({ template }) => statusWord('template', template).word,
          narrow: 'start',
          wideOnly: true,
        },
        { key: 'order', header: 'Order', cell: AboutOf, narrow: 'end' },
        {
          key: 'to',
          header: 'To',
          cell: ({ to }) => (
            <span
              className="break-all align-bottom sm:inline-block sm:max-w-56 sm:truncate"
              title={to}
            >
              {to}
            </span>
          ),
        },
        { key: 'subject', header: 'Subject', cell: SubjectOf, grow: true },
        {
          key: 'attempts',
          header: 'Tries',
          align: 'end',
          wideOnly: true,
          narrow: 'hide',
          cell: ({ attempts }) => (attempts === 0 ? null : attempts),
        },
      ]}
    />
  );
}

function AboutOf({ orderNumber, hasOrder, customerId, customerName }: OutboxRow) {
  const room = 'inline-block max-w-28 truncate align-bottom';
  if (orderNumber === null) {
    return (
      <TextLink href={`/customers/${customerId}`} className={`relative z-1 ${room}`}>
        <bdi>{customerName}</bdi>
      </TextLink>
    );
  }
  if (!hasOrder) return <span className={`${room} text-ink-soft`}>{orderNumber}</span>;
  return (
    <TextLink
      href={`/orders/${encodeURIComponent(orderNumber)}`}
      className={`relative z-1 ${room}`}
    >
      {orderNumber}
    </TextLink>
  );
}

/** What went wrong matters more than what it says. */
function SubjectOf(row: OutboxRow) {
  const { subject, status, delivery } = row;
  const said = wrongWith(row);
  if (said === null) return <span title={subject}>{subject}</span>;
  const isBad = status === 'failed' || delivery !== null;
  return (
    <span title={said} className={isBad ? 'text-bad' : undefined}>
      {said}
    </span>
  );
}

function wrongWith({ status, delivery, deliveryDetail, lastError }: OutboxRow): string | null {
  if (delivery === 'bounced' || delivery === 'complained') return deliveryDetail ?? lastError;
  return status === 'sent' ? null : lastError;
}
