import type { Metadata } from 'next';
import { Moment } from '#app/_ui/moment';
import { PageGrid } from '#app/_ui/page-grid';
import { PageHeader } from '#app/_ui/page-header';
import { StatusBadge } from '#app/_ui/status-badge';
import type { OrderPage } from '#server/orders/read-order-page';
import { CallbacksCard } from './_parts/callbacks-card';
import { CodesCard } from './_parts/codes-card';
import { CustomerCard } from './_parts/customer-card';
import { doneSentence } from './_parts/done-words';
import { DownloadsCard } from './_parts/downloads-card';
import { HistoryCard } from './_parts/history-card';
import { LinesCard } from './_parts/lines-card';
import { MainCommands } from './_parts/main-commands';
import { MessagesCard } from './_parts/messages-card';
import { NotesCard } from './_parts/notes-card';
import { Notices } from './_parts/notices';
import { type NumberParams, numberIn } from './_parts/number-params';
import { OtherCommands } from './_parts/other-commands';
import { PaymentsCard } from './_parts/payments-card';
import { ProgressCard } from './_parts/progress-card';
import { readOrder } from './_parts/read-order';
import { ShipmentsCard } from './_parts/shipments-card';
import { TrackingPageCard } from './_parts/tracking-page-card';

type Props = Readonly<{
  params: NumberParams;
  searchParams: Promise<Readonly<{ done?: string | string[] }>>;
}>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Order ${await numberIn(params)}` };
}

export default async function OrderPageRoute({ params, searchParams }: Props) {
  const [{ page, shop, caller, nowMs }, { done }] = await Promise.all([
    readOrder(params),
    searchParams,
  ]);
  const clock = { nowMs, timeZone: shop.timeZone };
  const { order } = page;
  const isDeleted = order.deletedAt !== null;
  return (
    <>
      <PageHeader
        title={`Order ${order.number}`}
        back={
          isDeleted
            ? { href: '/orders?status=deleted', label: 'Bin' }
            : { href: '/orders', label: 'Orders' }
        }
        badges={<Badges page={page} />}
        meta={
          <>
            Placed <Moment at={order.placedAt} {...clock} />
          </>
        }
        actions={<MainCommands page={page} isOwner={caller.role === 'owner'} />}
      />
      <Notices page={page} clock={clock} done={doneSentence(done)} />
      <PageGrid
        aside={
          <>
            <CustomerCard page={page} />
            {isDeleted ? null : <NotesCard order={order} />}
            {isDeleted ? null : <TrackingPageCard page={page} />}
            {isDeleted ? null : <OtherCommands page={page} />}
          </>
        }
      >
        <ProgressCard page={page} clock={clock} />
        <LinesCard page={page} />
        <PaymentsCard page={page} clock={clock} />
        <ShipmentsCard page={page} clock={clock} />
        <CodesCard page={page} clock={clock} mayShow={caller.scopes.has('codes:read')} />
        <DownloadsCard page={page} clock={clock} />
        <MessagesCard page={page} clock={clock} />
        <CallbacksCard page={page} clock={clock} />
        <HistoryCard page={page} clock={clock} />
      </PageGrid>
    </>
  );
}

/** The headline, what adds to it, and the flags. */
function Badges({ page: { order, standing } }: Readonly<{ page: OrderPage }>) {
  const { status, paymentStatus, fulfilmentStatus, flags } = standing;
  const isPaymentTold = paymentStatus === 'paid' || paymentStatus === 'unpaid';
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <StatusBadge kind="order" value={order.deletedAt === null ? status : 'deleted'} />
      {isPaymentTold ? null : <StatusBadge kind="payment" value={paymentStatus} />}
      {fulfilmentStatus === 'partly_shipped' ? (
        <StatusBadge kind="fulfilment" value={fulfilmentStatus} />
      ) : null}
      {flags
        .filter((flag) => flag !== 'refunded')
        .map((flag) => (
          <StatusBadge key={flag} kind="flag" value={flag} />
        ))}
    </span>
  );
}
