import { statusWord } from '#app/_ui/status-words';
import { type TodayItem, TodayStrip } from '#app/_ui/today-strip';
import type { OrderListPage } from '#server/orders/read-order-list';
import type { WaitingCounts } from '#server/staff/authenticate';

type Props = Readonly<{ list: OrderListPage; waiting: WaitingCounts }>;

/** What needs a person now, each a link to where it is done. */
export function Today({ list: { counts, flagged }, waiting }: Props) {
  return (
    <TodayStrip
      items={[
        {
          href: '/orders?status=paid',
          count: counts.paid,
          label: 'to ship',
          icon: 'package',
          tone: 'accent',
        },
        ...flaggedItems(flagged),
        {
          href: '/inbox',
          count: waiting.inbox,
          label: capped(
            waiting.inbox,
            waiting.inbox === 1 ? 'callback to look at' : 'callbacks to look at',
          ),
          icon: 'inbox',
          tone: 'warn',
        },
        {
          href: '/messages',
          count: waiting.messages,
          label: capped(
            waiting.messages,
            waiting.messages === 1 ? 'message not sent' : 'messages not sent',
          ),
          icon: 'mail-warning',
          tone: 'warn',
        },
      ]}
    />
  );
}

function flaggedItems(flagged: OrderListPage['flagged']): readonly TodayItem[] {
  return Object.entries(flagged).map(([flag, count]) => {
    const { word, icon, tone } = statusWord('flag', flag);
    const label = capped(count, `${word.charAt(0).toLowerCase()}${word.slice(1)}`);
    return { href: `/orders?flag=${flag}`, count, label, icon, tone };
  });
}

/** Counting stops at 100, so that number means at least as many. */
function capped(count: number, label: string): string {
  return count >= 100 ? `or more, ${label}` : label;
}
