import { statusWord } from '#app/_ui/status-words';
import { type TodayItem, TodayStrip } from '#app/_ui/today-strip';
import type { LowPools } from '#server/catalog/low-pools';
import type { OrderListPage } from '#server/orders/read-order-list';
import type { WaitingCounts } from '#server/staff/authenticate';

type Props = Readonly<{ list: OrderListPage; waiting: WaitingCounts }>;

/** What needs a person now, each a link to where it is done. */
export function Today({ list: { counts, flagged, cameBack, lowPools }, waiting }: Props) {
  const notSent = Math.max(0, waiting.messages - cameBack);
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
          count: notSent,
          label: capped(notSent, notSent === 1 ? 'message not sent' : 'messages not sent'),
          icon: 'mail-warning',
          tone: 'warn',
        },
        {
          href: '/messages?delivery=bounced',
          count: cameBack,
          label: capped(cameBack, cameBack === 1 ? 'message came back' : 'messages came back'),
          icon: 'mail-warning',
          tone: 'bad',
        },
        ...poolItems(lowPools),
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

/** Before a sale is short of codes. */
function poolItems(pools: LowPools): readonly TodayItem[] {
  const [first, ...more] = pools;
  if (!first) return [];
  const { sku, name, codesAvailable: left } = first;
  const tone = left === 0 ? 'bad' : 'warn';
  if (more.length > 0) {
    const href = '/products?kind=codes&supply=low';
    const label = capped(pools.length, 'products are running out of codes');
    return [{ href, count: pools.length, label, icon: 'key-round', tone }];
  }
  const label =
    left === 0
      ? `product has no codes left: ${name}`
      : `${left === 1 ? 'code' : 'codes'} left for ${name}`;
  const href = `/products/${encodeURIComponent(sku)}`;
  return [{ href, count: left === 0 ? 1 : left, label, icon: 'key-round', tone }];
}

/** Counting stops at 100, so that number means at least as many. */
function capped(count: number, label: string): string {
  return count >= 100 ? `or more, ${label}` : label;
}
