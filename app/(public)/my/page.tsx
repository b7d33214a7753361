import type { Metadata } from 'next';
import { cache, createElement, Fragment } from 'react';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { Icon } from '#app/_ui/icon';
import { Money } from '#app/_ui/money';
import type { MyOrder, MyOrders } from '#server/my/read-my-orders';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { Day } from '../track/[token]/day';
import { StateMark } from '../track/[token]/state-mark';
import { MyPager } from './_parts/my-pager';
import { MyShell } from './_parts/my-shell';
import { cursorIn, ownPage, ownTitle } from './_parts/own-page';

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = await readPage(await cursorIn(searchParams));
  return ownTitle(page, (say) => say('my.ordersTitle'));
}

export default async function MyOrdersPage({ searchParams }: Props) {
  const page = await readPage(await cursorIn(searchParams));
  const { orders, locale } = page;
  const { say } = trackingWords(locale);
  return (
    <MyShell frame={page} title={say('my.ordersTitle')} at="orders">
      <Card flush>
        {orders.data.length === 0 ? (
          <EmptyState title={say('my.noOrders')}>{say('my.noOrdersWords')}</EmptyState>
        ) : (
          <ul className="divide-y divide-line">
            {orders.data.map((order) => (
              <OrderRow key={order.token} order={order} page={page} />
            ))}
          </ul>
        )}
      </Card>
      <MyPager page={orders} path="/my" locale={locale} />
    </MyShell>
  );
}

/** Read once for the title and the page. */
const readPage = cache((cursor: string | undefined) =>
  ownPage('/my', (door) => door.orders({ cursor })),
);

type RowProps = Readonly<{ order: MyOrder; page: MyOrders }>;

/** The whole row leads to the order. */
function OrderRow({ order, page }: RowProps) {
  const { token, number, placedAt, state, title, totalMinor, currency } = order;
  const { pieces } = trackingWords(page.locale);
  const name = <bdi className="wrap-anywhere">{number}</bdi>;
  return (
    <li className="relative flex items-center gap-3 px-(--card-pad) py-4 hover:bg-wash sm:gap-4">
      <StateMark state={state} isSmall />
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 text-ink-soft text-sm">
          <p className="min-w-0">
            {createElement(Fragment, null, ...pieces('page.order', { number: name }))}
            {' · '}
            <Day at={placedAt} page={page} length="day" />
          </p>
          <Money minor={totalMinor} currency={currency} locale={page.locale} className="text-ink" />
        </div>
        <h2 className="mt-0.5 text-pretty font-medium">
          <a
            href={`/track/${token}`}
            className="rounded-sm after:absolute after:inset-0 hover:text-accent-strong"
          >
            {title}
          </a>
        </h2>
        <Items order={order} locale={page.locale} />
      </div>
      <Icon name="chevron-right" className="shrink-0 text-ink-soft rtl:-scale-x-100" />
    </li>
  );
}

function Items({
  order: { items, moreCount },
  locale,
}: Readonly<{ order: MyOrder; locale: string }>) {
  const { say } = trackingWords(locale);
  return (
    <p className="mt-0.5 line-clamp-2 text-ink-soft text-sm [overflow-wrap:anywhere]">
      {items.map((name, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an order may hold the same product twice
        <Fragment key={index}>
          {index > 0 ? ' · ' : null}
          <bdi>{name}</bdi>
        </Fragment>
      ))}
      {moreCount > 0 ? ` ${say('my.andMore', { count: moreCount })}` : null}
    </p>
  );
}
