import type { Line, Order } from './order';
import type { OrderEventType } from './order-event';
import { isSettled, shippedQuantity, standingOf } from './order-status';
import { type Code, orderOf, type Shop } from './shop.test-data';
import { amountDue, lineTotal, totalsOf } from './totals';
import { type OrderStatus, type PaymentStatus, type RequestKind, requestKinds } from './vocabulary';

/** What was put on each shelf from outside, and what was written off by a roll back without restock. */
export type Books = ReadonlyMap<string, { putIn: number; writtenOff: number }>;

/** Everything in the shop that contradicts its own facts, one sentence each; none where all is well. */
export function faultsOf(shop: Shop, books: Books): readonly string[] {
  return [
    ...[...shop.products.keys()].flatMap((id) => shelfFaults(shop, books, id)),
    ...shop.faults,
    ...shop.codes.flatMap(codeFaults),
    ...[...shop.orders.values()].flatMap((order) => orderFaults(shop, order)),
  ];
}

function codeFaults({ id, status, seenBy, isBad }: Code): readonly string[] {
  return [
    ...fault(seenBy.size <= 1, `code ${id} was seen by two.`),
    ...fault(status !== 'available' || seenBy.size === 0, `code ${id} was seen and is for sale.`),
    ...fault(status !== 'burned' || seenBy.size === 1 || isBad, `code ${id} was burned unseen.`),
    ...fault(!isBad || status === 'burned', `code ${id} does not work and is ${status}.`),
  ];
}

/** Sales are the units of the orders that are paid now; what they took from the shelf is gone. */
function shelfFaults(shop: Shop, books: Books, productId: string): readonly string[] {
  const { stock = 0, sold = 0 } = shop.products.get(productId) ?? {};
  const { putIn = 0, writtenOff = 0 } = books.get(productId) ?? {};
  const paid = [...shop.orders.values()].filter(isSettled);
  const units = sum(paid.map((order) => unitsOf(order, productId)));
  const taken = sum(paid.map((order) => takenBy(shop, order, productId)));
  return [
    ...fault(sold === units, `${productId}: sold ${sold}, but paid orders have ${units}.`),
    ...fault(stock + taken + writtenOff === putIn, `${productId}: stock ${stock} does not add up.`),
  ];
}

function unitsOf(order: Order, productId: string): number {
  return sum(order.lines.map((line) => (line.productId === productId ? line.quantity : 0)));
}

/** Units that a paid order took from the shelf: all or, where stock was not tracked then, none. */
export function takenBy(shop: Shop, order: Order, productId: string): number {
  const sale = shop.movements.find(
    (movement) =>
      movement.productId === productId &&
      movement.orderId === order.id &&
      movement.version === order.paidVersion,
  );
  return sale && sale.stockDelta < 0 ? unitsOf(order, productId) : 0;
}

function orderFaults(shop: Shop, order: Order): readonly string[] {
  const faults = [
    ...totalFaults(shop, order),
    ...statusFaults(shop, order),
    ...historyFaults(shop, order),
    ...requestFaults(shop, order),
    ...order.lines.flatMap((line) => lineFaults(shop, order, line)),
  ];
  return faults.map((text) => `Order ${order.number}: ${text}`);
}

function totalFaults(shop: Shop, order: Order): readonly string[] {
  const totals = totalsOf(order);
  const { items, discount, shipping, tax, grand, paid, refunded } = totals;
  const placed = totalsOf(shop.placed.get(order.id) ?? order);
  const lines = sum(order.lines.map(lineTotal));
  const rest = order.shippingMinor + order.shippingTaxMinor - order.orderDiscountMinor;
  return [
    ...fault(Object.values(totals).every(Number.isSafeInteger), 'a total is no whole number.'),
    ...fault(items - discount + shipping + tax === grand, 'the totals do not balance.'),
    ...fault(lines + rest === grand, 'the lines do not add up to the total.'),
    ...fault(grand === placed.grand, 'the total is not what it was when it was placed.'),
    ...fault(paid >= refunded && refunded >= 0, 'more was refunded than was paid.'),
    ...fault(
      paid - refunded <= grand + keptMinor(shop, order) || hasWonDispute(shop, order),
      'more was paid than was due.',
    ),
    ...fault(amountDue(order) >= 0, 'less than nothing is due.'),
  ];
}

/** What was recorded while the order was settled: only money that somebody kept on it is. */
function keptMinor(shop: Shop, { id }: Order): number {
  let isPaid = false;
  let kept = 0;
  for (const { orderId, event } of shop.history) {
    if (orderId !== id) continue;
    if (event.type === 'paid') isPaid = true;
    if (event.type === 'rolled_back') [isPaid, kept] = [false, 0];
    const isKept = event.type === 'payment_recorded' && event.payment.status === 'received';
    if (isPaid && isKept) kept += event.payment.amountMinor;
  }
  return kept;
}

function hasWonDispute(shop: Shop, { id }: Order): boolean {
  return shop.history.some(
    ({ orderId, event }) =>
      orderId === id && event.type === 'payment_updated' && event.what === 'charge_back_reversed',
  );
}

/** The statuses once more, told from the history and the goods instead of the order's own facts. */
function statusFaults(shop: Shop, order: Order): readonly string[] {
  const { status, paymentStatus, fulfilmentStatus, flags } = standingOf(order);
  const last = lastOf(shop, order);
  const isDone = status === 'shipped' || status === 'delivered';
  const isOut =
    last('cancelled', 'reopened') === 'cancelled' || last('deleted', 'restored') === 'deleted';
  return [
    ...fault(
      status === headlineOf(shop, order),
      `it is ${status}, not ${headlineOf(shop, order)}.`,
    ),
    ...fault(
      isSettled(order) === (last('paid', 'rolled_back') === 'paid'),
      'it is wrongly settled.',
    ),
    ...fault(!(isOut && isSettled(order)), 'it is out of the way and still holds goods.'),
    ...fault(!isOut || paymentStatus === 'unpaid', `it is out of the way and ${paymentStatus}.`),
    ...fault(isSettled(order) || fulfilmentStatus === 'unfulfilled', 'it left without being paid.'),
    ...fault(!isDone || fulfilmentStatus === status, `it is ${status} and ${fulfilmentStatus}.`),
    ...fault(!isDone || !flags.includes('short_stock'), 'it has left and is short of stock.'),
    ...fault(
      flags.includes('on_hold') === (last('held', 'released') === 'held'),
      'wrongly on hold.',
    ),
    ...fault(flags.includes('late') === isLate(shop, order), 'it is wrongly late.'),
    ...paymentFaults(order, paymentStatus),
  ];
}

/** A day that passed is the last thing said about it, and somebody still waits for the goods. */
function isLate(shop: Shop, order: Order): boolean {
  const last = lastOf(shop, order);
  const { paid, refunded } = totalsOf(order);
  const isMoneyBack =
    (refunded > 0 && refunded >= paid) ||
    order.payments.some(({ status }) => status === 'charged_back');
  return (
    last('slipped', 'expected', 'paid', 'rolled_back') === 'slipped' &&
    !isMoneyBack &&
    order.lines.some((line) => line.kind === 'physical' && outstanding(shop, order, line) > 0)
  );
}

function paymentFaults(order: Order, found: PaymentStatus): readonly string[] {
  const { grand, paid, refunded } = totalsOf(order);
  const rules: Readonly<Record<PaymentStatus, boolean>> = {
    unpaid: paid === 0,
    partly_paid: paid > 0 && refunded === 0 && paid < grand,
    paid: paid - refunded >= grand,
    partly_refunded: refunded > 0 && refunded < paid && paid - refunded < grand,
    refunded: refunded > 0 && refunded === paid,
  };
  return fault(rules[found], `${paid} of ${grand} came in, ${refunded} went back: not ${found}.`);
}

function headlineOf(shop: Shop, order: Order): OrderStatus {
  const last = lastOf(shop, order);
  if (last('cancelled', 'reopened') === 'cancelled') return 'cancelled';
  if (last('paid', 'rolled_back') !== 'paid') return 'pending';
  if (last('delivered', 'rolled_back') === 'delivered') return 'delivered';
  const isAllGone = order.lines.every((line) => outstanding(shop, order, line) === 0);
  return isAllGone && last('shipped', 'rolled_back') === 'shipped' ? 'shipped' : 'paid';
}

function outstanding(shop: Shop, order: Order, line: Line): number {
  if (line.kind === 'file') return 0;
  const gone = line.kind === 'codes' ? codesOf(shop, line).length : shippedQuantity(order, line.id);
  return line.quantity - gone;
}

function lastOf(shop: Shop, order: Order) {
  const types = shop.history
    .filter(({ orderId }) => orderId === order.id)
    .map(({ event }) => event.type);
  return (...among: readonly OrderEventType[]) => types.findLast((type) => among.includes(type));
}

function historyFaults(shop: Shop, order: Order): readonly string[] {
  const entries = shop.history.filter(({ orderId }) => orderId === order.id);
  const slips = entries.flatMap(({ event }) =>
    event.type === 'slipped' ? [event.expectedOn] : [],
  );
  const paid = entries.find(({ version }) => version === order.paidVersion);
  return [
    ...fault(order.version === 1 + entries.length, 'its version is not that of its last event.'),
    ...fault(
      entries.every(({ version }, index) => version === index + 2),
      'its versions have gaps.',
    ),
    ...fault(
      entries.every(({ actor }) => actor.name !== ''),
      'something was done by nobody.',
    ),
    ...fault(new Set(slips).size === slips.length, 'it slipped twice on one day.'),
    ...fault((paid?.event.type ?? 'paid') === 'paid', 'its paid version is another event.'),
  ];
}

/** Whether something is asked, told once more from the history; nothing asks to cancel what has left. */
function requestFaults(shop: Shop, order: Order): readonly string[] {
  const { flags } = standingOf(order);
  return requestKinds.flatMap((kind) => {
    const open = order.requests.filter(
      (request) => request.kind === kind && request.answeredAt === null,
    );
    const isFlagged = flags.includes(kind === 'cancel' ? 'cancel_requested' : kind);
    const isMoot = order.cancelledAt !== null || (kind === 'cancel' && hasLeft(order));
    return [
      ...fault(open.length === Number(isAskedNow(shop, order, kind)), `${kind}: wrongly open.`),
      ...fault(isFlagged === open.length > 0, `${kind}: wrongly flagged.`),
      ...fault(!(isMoot && open.length > 0), `${kind}: asked of what cannot be changed.`),
    ];
  });
}

function isAskedNow(shop: Shop, { id }: Order, kind: RequestKind): boolean {
  let isOpen = false;
  for (const { orderId, event } of shop.history) {
    if (orderId !== id) continue;
    if (event.type === 'request_asked' && event.kind === kind) isOpen = true;
    const isOver = event.type === 'request_answered' || event.type === 'request_withdrawn';
    if (isOver && event.kind === kind) isOpen = false;
    if (event.type === 'cancelled' || event.type === 'personal_data_erased') isOpen = false;
  }
  return isOpen;
}

function hasLeft({ shipments }: Order): boolean {
  return shipments.some(({ voidedAt }) => voidedAt === null);
}

function lineFaults(shop: Shop, order: Order, line: Line): readonly string[] {
  const owed = isSettled(order) && line.kind === 'codes' ? line.quantity : 0;
  const has = codesOf(shop, line).length + line.codesWaiting;
  const shipped = shippedQuantity(order, line.id);
  const shippable = isSettled(order) && line.kind === 'physical' ? line.quantity : 0;
  const held = shop.grants.filter((grant) => grant.lineId === line.id && !grant.isRevoked);
  const granted = isSettled(order) && line.kind === 'file' ? 1 : 0;
  const open = order.grants.filter((grant) => grant.lineId === line.id && grant.revokedAt === null);
  const given = held.filter((grant) => !grant.isTaken);
  return [
    ...fault(has === owed, `${line.name} has or awaits ${has} codes of ${owed}.`),
    ...fault(shipped >= 0 && shipped <= shippable, `${shipped} of ${line.name} were shipped.`),
    ...fault(held.length === granted, `${line.name} has ${held.length} grants.`),
    ...fault(
      open.map(({ id }) => id).join() === given.map(({ id }) => id).join(),
      `${line.name} has other grants than it was given.`,
    ),
  ];
}

function codesOf(shop: Shop, line: Line): readonly Code[] {
  return shop.codes.filter(({ lineId }) => lineId === line.id);
}

/** Every order once more, from how it was placed and from its history alone, as text keeps it. */
export function rebuilt(
  shop: Shop,
  evolve: (order: Order, entry: Shop['history'][number]) => Order,
) {
  const entries: Shop['history'] = JSON.parse(JSON.stringify(shop.history));
  const orders = new Map(shop.placed);
  for (const entry of entries) {
    orders.set(
      entry.orderId,
      evolve(orders.get(entry.orderId) ?? orderOf(shop, entry.orderId), entry),
    );
  }
  return orders;
}

function fault(holds: boolean, text: string): readonly string[] {
  return holds ? [] : [text];
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
