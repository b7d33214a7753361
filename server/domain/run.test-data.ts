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
import type { Actor } from './vocabulary';

/** One thing that happens in the shop. Ids such as `payment-0` mean the first of the order. */
export type Step = Readonly<
  | { does: 'command'; orderId: number; command: OrderCommand; actor: Actor }
  | { does: 'look'; orderId: number }
  | { does: 'import'; count: number }
  | { does: 'adjust'; productId: string; units: number }
  | { does: 'track'; productId: string; trackStock: boolean }
  | { does: 'set'; deliveredOnTracking: boolean }
  | { does: 'wait'; days: number }
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
    case 'wait':
      shop.at += step.days * 86_400_000;
      return;
    default:
      step satisfies never;
  }
}

function give({ shop, books }: Run, step: Step & { does: 'command' }): void {
  const before = orderOf(shop, step.orderId);
  const held = [...books].map(([id, book]) => ({ book, units: takenBy(shop, before, id) }));
  const decision = change(shop, step.orderId, named(shop, step.command, before), step.actor);
  const isLost =
    decision.kind === 'accepted' &&
    decision.events.some((event) => event.type === 'rolled_back' && !event.restock);
  for (const { book, units } of held) book.writtenOff += isLost ? units : 0;
}

/** The command with `payment-0`, `line-1`, `parcel-2` and the code 0 replaced by ids of this order. */
function named(shop: Shop, command: OrderCommand, order: Order): OrderCommand {
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
    case 'withdraw_request':
    case 'answer_request':
      return { ...command, requestId: requestIdOf(order, command.requestId) };
    case 'change_grant':
      return { ...command, grantId: idOf(order.grants, command.grantId) };
    case 'replace_code':
      return { ...command, codeId: codeIdOf(shop, order, command.codeId) };
    case 'give_code': {
      const { replaces } = command;
      return {
        ...command,
        lineId: idOf(order.lines, command.lineId),
        replaces: replaces === null ? null : codeIdOf(shop, order, replaces),
      };
    }
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

function codeIdOf(shop: Shop, { lines }: Order, index: number): number {
  const held = shop.codes.filter(({ lineId }) => lines.some(({ id }) => id === lineId));
  return held[index]?.id ?? 1 + index;
}

function requestIdOf({ requests }: Order, name: string): string {
  const open = requests.find(({ answeredAt }) => answeredAt === null);
  return name === 'open' ? (open?.id ?? name) : idOf(requests, name);
}

function idOf(things: readonly { id: string }[], name: string): string {
  return things[Number(name.split('-')[1])]?.id ?? name;
}
