import type { ReactNode } from 'react';
import { Moment } from '#app/_ui/moment';
import { Table } from '#app/_ui/table';
import type { InboxRow } from '#server/payments/read-inbox-page';
import { ClaimedAmount } from './claimed-amount';
import { OrderLink } from './order-link';
import { OutcomeBadge } from './outcome-badge';
import { settledWords } from './resolution-words';

type Props = Readonly<{
  caption: string;
  callbacks: readonly InboxRow[];
  nowMs: number;
  timeZone: string;
  /** What all rows have in common, and the page says elsewhere. */
  without?: readonly ('account' | 'order')[] | undefined;
  empty?: ReactNode;
}>;

export function CallbacksTable({ caption, callbacks, without = [], empty, ...clock }: Props) {
  return (
    <Table
      caption={caption}
      rows={callbacks}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/inbox/${id}`}
      isFaded={isOver}
      empty={empty}
      columns={[
        {
          key: 'received',
          header: 'Received',
          cell: ({ receivedAt }) => <Moment at={receivedAt} show="short" {...clock} />,
          narrow: 'end',
        },
        {
          key: 'verdict',
          header: 'Outcome',
          cell: (callback) => <OutcomeBadge callback={callback} plain />,
          narrow: 'start',
        },
        ...(without.includes('order') ? [] : [orderColumn]),
        {
          key: 'amount',
          header: 'Amount',
          cell: (row: InboxRow) => <ClaimedAmount {...row} />,
          align: 'end' as const,
          narrow: 'end' as const,
        },
        ...(without.includes('account') ? [] : [accountColumn]),
        {
          key: 'reason',
          header: 'Reason',
          cell: ({ reason, resolution }: InboxRow) => (
            <span title={reason}>
              {resolution === null ? null : (
                <span className="text-ink-soft">{settledWords[resolution.action]} · </span>
              )}
              {reason}
            </span>
          ),
          grow: true,
        },
      ]}
    />
  );
}

/** Whether it changed nothing and never will. */
function isOver({ verdict, resolution }: InboxRow): boolean {
  return verdict === 'duplicate' || resolution?.action === 'dismiss';
}

const orderColumn = {
  key: 'order',
  header: 'Order',
  cell: ({ orderNumber, hasOrder }: InboxRow) => (
    <OrderLink number={orderNumber} hasOrder={hasOrder} isShort />
  ),
  narrow: 'start' as const,
};

const accountColumn = {
  key: 'account',
  header: 'Account',
  cell: ({ accountName }: InboxRow) => (
    <span className="inline-block max-w-36 truncate align-bottom" title={accountName}>
      {accountName}
    </span>
  ),
  narrow: 'start' as const,
  wideOnly: true,
};
