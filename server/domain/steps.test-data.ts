import fc from 'fast-check';
import type { CommandOf } from './command.test-data';
import type { Order } from './order';
import { aLine, anOrder, book, licences, mugs, poster } from './order.test-data';
import type { OrderCommand } from './order-command';
import {
  change,
  importCodes,
  lookAtCodes,
  openShop,
  orderOf,
  type Shelf,
  type Shop,
} from './shop.test-data';
import type { Books } from './shop-faults.test-data';
import { takenBy } from './shop-faults.test-data';
import { type Actor, actorKinds } from './vocabulary';

/** One thing that happens in the shop. Ids such as `payment-0` mean the first of the order. */
export type Step = Readonly<
  | { does: 'command'; orderId: number; command: OrderCommand; actor: Actor }
  | { does: 'look'; orderId: number }
  | { does: 'import'; count: number }
  | { does: 'adjust'; productId: string; units: number }
  | { does: 'track'; productId: string; trackStock: boolean }
  | { does: 'set'; deliveredOnTracking: boolean }
>;

export type Run = Readonly<{ shop: Shop; books: Books }>;

/** Four orders that share four products: goods, digital, both, and one that costs nothing. */
export function newRun(): Run {
  const orders = [
    orderWith(1001, {
      lines: [mugs, aLine({ id: 'more', unitPriceMinor: 900, quantity: 1 }), poster],
    }),
    orderWith(1002, { lines: [licences, book, { ...licences, id: 'more', quantity: 1 }] }),
    orderWith(1003, { lines: [{ ...mugs, quantity: 3 }, licences, { ...book, quantity: 2 }] }),
    orderWith(1004, {
      ...{ lines: [{ ...poster, unitPriceMinor: 0 }, aLine({ id: 'bare', productId: null })] },
      ...{ orderDiscountMinor: 2000, shippingMinor: 0, shippingTaxMinor: 0 },
    }),
  ];
  const shelves: Readonly<Record<string, Shelf>> = {
    mug: { trackStock: true, stock: 5, sold: 0 },
    poster: { trackStock: true, stock: 1, sold: 0 },
    licence: { trackStock: false, stock: 0, sold: 0 },
    book: { trackStock: false, stock: 0, sold: 0 },
  };
  const books = Object.entries(shelves).map(
    ([id, { stock }]) => [id, { putIn: stock, writtenOff: 0 }] as const,
  );
  return { shop: openShop(orders, shelves), books: new Map(books) };
}

function orderWith(id: number, facts: Partial<Order>): Order {
  const lines = facts.lines?.map((line) => ({ ...line, id: `${id}-${line.id}` })) ?? [];
  return anOrder({ ...facts, id, number: `${id}`, lines });
}

/** Does one step, and keeps the books of what came in from outside and of what was written off. */
export function take({ shop, books }: Run, step: Step): void {
  switch (step.does) {
    case 'command':
      give({ shop, books }, step);
      return;
    case 'look':
      lookAtCodes(shop, step.orderId);
      return;
    case 'import':
      importCodes(shop, 'licence', step.count);
      return;
    case 'adjust': {
      const [shelf, book] = [shop.products.get(step.productId), books.get(step.productId)];
      if (shelf) shelf.stock += step.units;
      if (book) book.putIn += step.units;
      return;
    }
    case 'track':
      Object.assign(shop.products.get(step.productId) ?? {}, { trackStock: step.trackStock });
      return;
    case 'set':
      shop.deliveredOnTracking = step.deliveredOnTracking;
      return;
    default:
      step satisfies never;
  }
}

function give({ shop, books }: Run, step: Step & { does: 'command' }): void {
  const before = orderOf(shop, step.orderId);
  const held = [...books].map(([id, book]) => ({ book, units: takenBy(shop, before, id) }));
  const decision = change(shop, step.orderId, named(step.command, before), step.actor);
  const isLost =
    decision.kind === 'accepted' &&
    decision.events.some((event) => event.type === 'rolled_back' && !event.restock);
  for (const { book, units } of held) book.writtenOff += isLost ? units : 0;
}

/** The command with `payment-0`, `line-1` and `parcel-2` replaced by ids of this order. */
function named(command: OrderCommand, order: Order): OrderCommand {
  const parcels = order.shipments.flatMap((shipment) => shipment.parcels);
  switch (command.type) {
    case 'refund':
    case 'charge_back':
    case 'reverse_charge_back':
    case 'learn_authorization_code':
      return { ...command, paymentId: idOf(order.payments, command.paymentId) };
    case 'correct_tracking':
      return { ...command, parcelId: idOf(parcels, command.parcelId) };
    case 'resend':
      return { ...command, shipmentId: idOf(order.shipments, command.shipmentId ?? 'none') };
    case 'ship': {
      const lines = command.lines?.map(({ lineId, quantity }) => ({
        lineId: idOf(order.lines, lineId),
        quantity,
      }));
      return lines ? { ...command, lines } : command;
    }
    default:
      return command;
  }
}

function idOf(things: readonly { id: string }[], name: string): string {
  return things[Number(name.split('-')[1])]?.id ?? name;
}

const orderId = fc.constantFrom(1001, 1002, 1003, 1004);
const actor = fc.constantFrom(...actorKinds).map((kind) => ({ kind, id: kind, name: kind }));
const reason = fc.constantFrom(null, 'The cheque bounced.');
const restock = fc.boolean();
const notify = fc.boolean();
const amount = fc.oneof(
  fc.constantFrom(0, -1, 0.5, Number.NaN, 2 ** 53),
  fc.integer({ min: 1, max: 4000 }),
);
const paymentId = fc.constantFrom('payment-0', 'payment-1', 'payment-2', 'nobody');
const parcel = fc.constantFrom(
  { carrier: 'ups', trackingNumber: '1Z999AA10123456784', trackingUrl: null },
  { carrier: 'other', trackingNumber: null, trackingUrl: null },
);
const payment = fc.record(
  {
    method: fc.constantFrom('cheque', 'card'),
    amountMinor: amount,
    account: fc.constantFrom('gateway', 'bank'),
    transactionId: fc.constantFrom('T-1', 'T-2', null),
    authorizationCode: fc.constantFrom('09X7B2', null),
  },
  { requiredKeys: ['method'] },
);
const paymentInFull = payment.map(({ amountMinor, ...rest }) => rest);
const someLines = fc.array(
  fc.record({
    lineId: fc.constantFrom('line-0', 'line-1', 'line-2', 'nobody'),
    quantity: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 3 }) }, amount),
  }),
  { maxLength: 3 },
);
const shipAll = fc.record({
  type: fc.constant('ship' as const),
  shippedOn: fc.constant('2026-11-23'),
  parcels: fc.array(parcel, { maxLength: 2 }),
  note: reason,
  notify,
});
const shipSome: fc.Arbitrary<CommandOf<'ship'>> = fc
  .tuple(shipAll, someLines)
  .map(([command, lines]) => ({ ...command, lines }));

/** Commands that carry an order through its life once it is paid. */
const fulfilling: fc.Arbitrary<OrderCommand> = fc.oneof(
  shipAll,
  shipSome,
  record('deliver', { reason }),
  record('hold', { reason }),
  record('release', {}),
  record('hand_out_codes', {}),
  record('refund', { paymentId, refundedMinor: amount }),
  record('charge_back', { paymentId }),
  record('reverse_charge_back', { paymentId }),
  record('learn_authorization_code', { paymentId, authorizationCode: fc.constant('09X7B2') }),
  record('correct_tracking', {
    parcelId: fc.constantFrom('parcel-0', 'parcel-1', 'nobody'),
    parcel,
    notify,
  }),
  record('resend', {
    template: fc.constantFrom('order_received', 'paid', 'shipped', 'cancelled'),
    shipmentId: fc.constantFrom('shipment-0', 'shipment-1', null),
  }),
  record('note', { note: reason }),
  record('tag', { tags: fc.array(fc.constantFrom('gift', 'late'), { maxLength: 3 }) }),
  record('correct_address', {
    which: fc.constantFrom('billing', 'shipping'),
    address: fc.constant(null),
  }),
);

const payInFull = record('pay', { payment: paymentInFull });
const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  { weight: 6, arbitrary: payInFull },
  { weight: 3, arbitrary: record('pay', { payment }) },
  {
    weight: 2,
    arbitrary: record('note_payment', {
      status: fc.constantFrom('authorised', 'declined'),
      payment,
    }),
  },
  { weight: 10, arbitrary: fulfilling },
  { weight: 2, arbitrary: record('roll_back', { reason, restock }) },
  { weight: 1, arbitrary: record('cancel', { reason, restock, notify }) },
  { weight: 2, arbitrary: record('reopen', { reason }) },
  { weight: 1, arbitrary: record('delete', { reason, restock }) },
  { weight: 2, arbitrary: record('restore', {}) },
);

/** Everything that may happen to one order between its payment and its roll back. */
export function stepsAfterPaying(id: number): fc.Arbitrary<Step[]> {
  const commands = fulfilling.map(
    (command) => ({ does: 'command', orderId: id, command, actor: anybody }) as const,
  );
  return fc.array(
    fc.oneof(
      { weight: 8, arbitrary: commands },
      fc.constant({ does: 'look', orderId: id } as const),
    ),
    { maxLength: 8 },
  );
}

export const anybody: Actor = { kind: 'staff', id: 'anybody', name: 'Anybody' };
const productId = fc.constantFrom('mug', 'poster', 'licence', 'book');

/** Whatever happens in the shop, sense and nonsense alike. */
export const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc.record({ does: fc.constant('command' as const), orderId, command, actor }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('look' as const), orderId }) },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('import' as const),
        count: fc.integer({ min: 0, max: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('adjust' as const),
        productId,
        units: fc.integer({ min: -3, max: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('track' as const),
        productId,
        trackStock: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('set' as const),
        deliveredOnTracking: fc.boolean(),
      }),
    },
  ),
  { minLength: 1, maxLength: 40, size: 'max' },
);

function record<Type extends OrderCommand['type'], Fields extends object>(
  type: Type,
  fields: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> },
): fc.Arbitrary<Fields & { type: Type }> {
  return fc.record({ ...fields, type: fc.constant(type) }) as unknown as fc.Arbitrary<
    Fields & { type: Type }
  >;
}
