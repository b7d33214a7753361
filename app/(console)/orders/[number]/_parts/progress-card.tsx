import { Card } from '#app/_ui/card';
import { Moment } from '#app/_ui/moment';
import { type ProgressStep, ProgressSteps } from '#app/_ui/progress-steps';
import type { Order } from '#domain/order';
import type { OrderPage } from '#server/orders/read-order-page';
import type { Clock } from './clock';
import { ExpectedDay } from './expected-day';

type Props = Readonly<{ page: OrderPage; clock: Clock }>;

export function ProgressCard({ page, clock }: Props) {
  const { order, permitted } = page;
  const isOut = order.cancelledAt !== null || order.deletedAt !== null;
  const hasDay = !isOut && (permitted.includes('expect') || order.expectedOn !== null);
  return (
    <Card footer={hasDay ? <ExpectedDay page={page} clock={clock} /> : undefined}>
      <ProgressSteps label={`Progress of order ${order.number}`} steps={stepsOf(page, clock)} />
    </Card>
  );
}

function stepsOf({ order, standing }: OrderPage, clock: Clock): readonly ProgressStep[] {
  const placed = { label: 'Placed', at: order.placedAt };
  if (order.cancelledAt !== null) {
    const note = <Moment at={order.cancelledAt} {...clock} show="short" />;
    return [...withStates([placed], clock), { label: 'Cancelled', state: 'stopped', note }];
  }
  const isShipped = standing.status === 'shipped' || standing.status === 'delivered';
  const hasGoods = order.lines.some((line) => line.kind === 'physical');
  const shipped = { label: 'Shipped', at: isShipped ? lastShipmentAt(order) : null };
  const ends = { label: 'Delivered', at: order.deliveredAt };
  const paid = { label: 'Paid', at: order.paidAt };
  return withStates(hasGoods ? [placed, paid, shipped, ends] : [placed, paid, ends], clock);
}

/** The first step without a date is the one that is waited for. */
function withStates(
  steps: readonly Readonly<{ label: string; at: number | null }>[],
  clock: Clock,
): readonly ProgressStep[] {
  const current = steps.findIndex(({ at }) => at === null);
  return steps.map(({ label, at }, index) =>
    at === null
      ? { label, state: index === current ? 'current' : 'ahead' }
      : { label, state: 'done', note: <Moment at={at} {...clock} show="short" /> },
  );
}

function lastShipmentAt({ shipments }: Order): number | null {
  const standing = shipments.filter(({ voidedAt }) => voidedAt === null);
  return standing.reduce<number | null>(
    (last, { createdAt }) => Math.max(last ?? 0, createdAt),
    null,
  );
}
