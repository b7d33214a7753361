import { decideOrder } from './decide-order';
import type { CodeFacts, Decision, World } from './decision';
import { eventFaults } from './event-faults.test-data';
import { evolveOrder } from './evolve-order';
import { countedIds } from './given.test-data';
import type { MovementFacts, Order } from './order';
import type { OrderCommand } from './order-command';
import type { OrderEvent } from './order-event';
import type { Actor, CodeStatus } from './vocabulary';

export type Shelf = { trackStock: boolean; stock: number; sold: number };
export type Code = {
  id: number;
  productId: string;
  status: CodeStatus;
  lineId: string | null;
  /** Every order that ever held the code while somebody could see it. */
  seenBy: Set<number>;
  /** It did not work, and was burned for that. */
  isBad: boolean;
  /** Somebody typed it; it never was in the pool before. */
  isGiven: boolean;
};
type Movement = MovementFacts & Readonly<{ orderId: number; version: number }>;
/** Taken away by a roll back, or by a person who may give it back. */
type HeldGrant = { id: string; lineId: string; isRevoked: boolean; isTaken: boolean };
type Entry = Readonly<{
  orderId: number;
  version: number;
  at: number;
  actor: Actor;
  event: OrderEvent;
}>;

/** A whole shop in memory that does what the events say, and nothing else. */
export type Shop = {
  products: Map<string, Shelf>;
  codes: Code[];
  orders: Map<number, Order>;
  /** The orders as they were placed, to rebuild them from the history. */
  placed: ReadonlyMap<number, Order>;
  movements: Movement[];
  grants: HeldGrant[];
  history: Entry[];
  /** What must never have happened. */
  faults: string[];
  deliveredOnTracking: boolean;
  at: number;
  newId: () => string;
};

const shopItself: Actor = { kind: 'system', id: 'shop', name: 'The shop' };

export function openShop(
  orders: readonly Order[],
  products: Readonly<Record<string, Shelf>>,
): Shop {
  const byId = new Map(orders.map((order) => [order.id, deepFreeze(order)]));
  return {
    products: new Map(Object.entries(products).map(([id, shelf]) => [id, { ...shelf }])),
    codes: [],
    orders: new Map(byId),
    placed: byId,
    movements: [],
    grants: [],
    history: [],
    faults: [],
    deliveredOnTracking: true,
    at: 1_700_000_000_000,
    newId: countedIds(),
  };
}

/** Asks the domain, and does what its events say. What it is given cannot be changed by it. */
export function change(shop: Shop, orderId: number, command: OrderCommand, actor: Actor): Decision {
  const order = orderOf(shop, orderId);
  shop.at += 1000;
  const world = { ...worldOf(shop, order), code: codeOf(shop, order, command) };
  const decision = decideOrder(order, deepFreeze(command), world);
  if (decision.kind === 'accepted') {
    for (const event of decision.events) record(shop, orderId, event, actor);
  }
  return decision;
}

export function orderOf(shop: Shop, orderId: number): Order {
  const order = shop.orders.get(orderId);
  if (!order) throw new Error(`There is no order ${orderId}.`);
  return order;
}

function worldOf(shop: Shop, order: Order): World {
  const products = [...shop.products].map(([id, { trackStock, stock }]) => {
    const codesAvailable = availableCodes(shop, id).length;
    const terms = { downloadsMax: null, downloadDays: null };
    return [id, { trackStock, stock, codesAvailable, ...terms }] as const;
  });
  const { deliveredOnTracking, at, newId } = shop;
  const sale = shop.movements.filter(
    ({ orderId, version }) => orderId === order.id && version === order.paidVersion,
  );
  return deepFreeze({
    ...{ products: new Map(products), sale, deliveredOnTracking, at, newId },
    ...{ downloadsMax: 5, downloadDays: 30 },
    today: new Date(at).toISOString().slice(0, 10),
    deliveryTimes: { methods: [{ method: ' post ', days: 2 }], others: null },
  });
}

/** The code that a command names, where the order holds it. */
function codeOf(shop: Shop, order: Order, command: OrderCommand): CodeFacts {
  const named = 'codeId' in command ? command.codeId : 'replaces' in command && command.replaces;
  const lineIds: readonly (string | null)[] = order.lines.map(({ id }) => id);
  const held = shop.codes.find(({ id, lineId }) => id === named && lineIds.includes(lineId));
  return { lineId: held?.lineId ?? null, isKnown: false };
}

function availableCodes(shop: Shop, productId: string): Code[] {
  return shop.codes.filter((code) => code.productId === productId && code.status === 'available');
}

/** New codes for a pool; whoever has waited longest for them is served first. */
export function importCodes(shop: Shop, productId: string, count: number): void {
  for (let index = 0; index < count; index += 1) {
    shop.codes.push({ ...newCode(shop, productId), status: 'available', lineId: null });
  }
  const waiting = [...shop.orders.values()].filter((order) =>
    order.lines.some((line) => line.productId === productId && line.codesWaiting > 0),
  );
  waiting.sort((one, other) => (one.paidAt ?? 0) - (other.paidAt ?? 0));
  for (const { id } of waiting) change(shop, id, { type: 'hand_out_codes' }, shopItself);
}

function newCode({ codes }: Shop, productId: string) {
  return {
    id: codes.length + 1,
    productId,
    seenBy: new Set<number>(),
    isBad: false,
    isGiven: false,
  };
}

/** Somebody reads the codes of an order. */
export function lookAtCodes(shop: Shop, orderId: number): void {
  const lineIds = orderOf(shop, orderId).lines.map(({ id }) => id);
  for (const code of shop.codes) {
    if (code.lineId !== null && lineIds.includes(code.lineId)) code.seenBy.add(orderId);
  }
}

function record(shop: Shop, orderId: number, event: OrderEvent, actor: Actor): void {
  const before = orderOf(shop, orderId);
  const after = deepFreeze(evolveOrder(before, deepFreeze(event), shop.at));
  shop.faults.push(...eventFaults(before, event, after));
  follow(shop, before, event);
  shop.orders.set(orderId, after);
  shop.history.push({ orderId, version: before.version + 1, at: shop.at, actor, event });
}

function follow(shop: Shop, order: Order, event: OrderEvent): void {
  switch (event.type) {
    case 'paid':
      move(shop, order, event.movements);
      handOut(shop, event.codes);
      shop.grants.push(
        ...event.grants.map(({ id, lineId }) => {
          return { id, lineId, isRevoked: false, isTaken: false };
        }),
      );
      break;
    case 'codes_handed_out':
      handOut(shop, event.codes);
      break;
    case 'code_replaced':
      burn(shop, event.codeId);
      handOut(shop, [event]);
      break;
    case 'code_given': {
      const { lineId, productId, replaces } = event;
      if (replaces !== null) burn(shop, replaces);
      const given = { ...newCode(shop, productId), isGiven: true };
      shop.codes.push({ ...given, status: 'handed_out', lineId });
      break;
    }
    case 'rolled_back':
      move(shop, order, event.movements);
      takeBack(shop, order);
      break;
    case 'grant_changed':
      for (const grant of shop.grants) {
        if (grant.id !== event.grant.id) continue;
        if (event.what === 'revoked') grant.isTaken = true;
        if (event.what === 'restored') grant.isTaken = false;
      }
      break;
    default:
      break;
  }
}

function move(shop: Shop, order: Order, movements: readonly MovementFacts[]): void {
  for (const movement of movements) {
    const shelf = shop.products.get(movement.productId);
    if (!shelf) throw new Error(`There is no product ${movement.productId}.`);
    shelf.stock += movement.stockDelta;
    shelf.sold += movement.soldDelta;
    shop.movements.push({ ...movement, orderId: order.id, version: order.version + 1 });
  }
}

type Handed = Readonly<{ lineId: string; productId: string; handOut: number; waiting: number }>;

function handOut(shop: Shop, codes: readonly Handed[]): void {
  for (const { lineId, productId, handOut: count, waiting } of codes) {
    const pool = availableCodes(shop, productId);
    if (count > pool.length) throw new Error(`The pool of ${productId} has not ${count} codes.`);
    if (waiting > 0 && count < pool.length) throw new Error(`${lineId} waits beside a full pool.`);
    for (const code of pool.slice(0, count)) Object.assign(code, { status: 'handed_out', lineId });
  }
}

function burn(shop: Shop, codeId: number): void {
  const code = shop.codes.find(({ id }) => id === codeId);
  if (code?.status !== 'handed_out') throw new Error(`The code ${codeId} is nobody's.`);
  Object.assign(code, { status: 'burned', lineId: null, isBad: true });
}

function takeBack(shop: Shop, order: Order): void {
  const lineIds = order.lines.map(({ id }) => id);
  for (const code of shop.codes) {
    if (code.lineId === null || !lineIds.includes(code.lineId)) continue;
    const status = code.seenBy.size > 0 ? 'burned' : 'available';
    Object.assign(code, { status, lineId: null });
  }
  for (const grant of shop.grants) grant.isRevoked ||= lineIds.includes(grant.lineId);
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) deepFreeze(part);
  }
  return value;
}
