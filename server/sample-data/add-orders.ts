import { sql } from 'drizzle-orm';
import { callbacks } from '#db/schema/payments';
import { counters } from '#db/schema/shop';
import { decideOrder } from '#domain/decide-order';
import type { ProductFacts } from '#domain/decision';
import { evolveAll } from '#domain/evolve-order';
import type { MovementFacts, Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import type { OrderEvent } from '#domain/order-event';
import { amountDue } from '#domain/totals';
import type { Actor } from '#domain/vocabulary';
import { afterWorkingDays } from '#domain/working-days';
import type { Statement } from '#server/commit';
import type { Context } from '#server/context';
import { changeStatements } from '#server/orders/change-statements';
import { PlaceOrder } from '#server/orders/order-input';
import { placeStatements } from '#server/orders/place-statements';
import { type PricedProduct, prepareOrder } from '#server/orders/prepare-order';
import type { ShopSettings } from '#server/settings/shop-settings';
import { today } from '#server/settings/today';
import { pickStory, type Step, sampleAccount } from './order-stories';
import type { Random } from './random';
import { samplePerson } from './sample-people';

const ordersPerBatch = 100;
const hourMs = 3_600_000;
const yearMs = 365 * 24 * hourMs;

export type StockedProduct = PricedProduct & ProductFacts;

type Plan = Readonly<{
  count: number;
  firstId: number;
  products: readonly StockedProduct[];
  random: Random;
  shop: ShopSettings;
  onProgress: (done: number) => void;
}>;

/** Stock and pools as the story goes on, so that each decision finds what the one before left. */
type Shelf = Map<string, ProductFacts>;

const staff: Actor = { kind: 'system', id: 'sample-data', name: 'Sample data' };
const gateway: Actor = { kind: 'payment_account', id: sampleAccount, name: 'Cards' };

/**
 * Writes `count` orders of the last twelve months, many to a batch. Every one is placed, decided
 * and written by the code that serves the shop, so all that is derived is right.
 */
export async function addOrders(ctx: Context, plan: Plan): Promise<void> {
  const shelf: Shelf = new Map(plan.products.map((product) => [product.id, product]));
  const now = ctx.now();
  for (let done = 0; done < plan.count; done += ordersPerBatch) {
    const size = Math.min(ordersPerBatch, plan.count - done);
    const statements: Statement[] = [];
    for (let index = done; index < done + size; index += 1) {
      const placedAt = Math.floor(now - yearMs + (yearMs * (index + 1)) / (plan.count + 1));
      statements.push(...orderStatements(ctx, plan, { shelf, index, placedAt, now }));
    }
    const ids = [plan.firstId + done, plan.firstId + done + size - 1] as const;
    await writeBatch(ctx, statements, ids);
    plan.onProgress(done + size);
  }
}

async function writeBatch(
  { db }: Context,
  statements: readonly Statement[],
  [firstId, lastId]: readonly [number, number],
): Promise<void> {
  const asSent = db.run(
    sql`UPDATE messages SET status = 'sent', attempts = 1, sent_at = created_at
      WHERE order_id BETWEEN ${firstId} AND ${lastId} AND status IN ('held', 'waiting')`,
  );
  const counter = db
    .insert(counters)
    .values({ name: 'order', value: lastId })
    .onConflictDoUpdate({ target: counters.name, set: { value: lastId } });
  await db.batch([counter, ...statements, asSent]);
}

type Place = Readonly<{ shelf: Shelf; index: number; placedAt: number; now: number }>;

function orderStatements(ctx: Context, plan: Plan, place: Place): readonly Statement[] {
  const { random, shop } = plan;
  const order = sampleOrder(ctx, plan, place);
  const at = { ...ctx, now: () => place.placedAt };
  const placing = { actor: staff, shop, isNewCustomer: true };
  const statements = [...placeStatements(at, placing, order)];
  let current = order;
  let stepAt = place.placedAt;
  let sale: readonly MovementFacts[] = [];
  const newer = plan.count - 1 - place.index;
  for (const told of pickStory(random, newer).steps(random)) {
    stepAt = Math.min(place.now, stepAt + random.between(1, 48) * hourMs);
    const command = fitted(told, current, shop, stepAt);
    const step = { current, command, sale, at: stepAt };
    const events = decided(ctx, { ...plan, shelf: place.shelf }, step);
    if (events.length === 0) break;
    const after = evolveAll(current, events, stepAt);
    const actor = actorOf(command, current);
    const change = { before: current, after, events, actor, at: stepAt, shop };
    statements.push(...changeStatements({ ...ctx, now: () => stepAt }, change));
    if (isByCard(command)) statements.push(callbackStatement(ctx, after, stepAt));
    sale = events.find((event) => event.type === 'paid')?.movements ?? sale;
    putOnShelf(place.shelf, events, current);
    current = after;
  }
  return statements;
}

function sampleOrder(ctx: Context, plan: Plan, { index, placedAt }: Place): Order {
  const { random, products, shop } = plan;
  const { customer, address } = samplePerson(random, plan.firstId + index);
  const count = random.between(1, 3);
  const lines = Array.from({ length: count }, () => ({
    sku: products[random.between(0, products.length - 1)]?.sku ?? '',
    quantity: random.between(1, 3),
  }));
  const input = PlaceOrder.parse({
    currency: shop.currency,
    customer: { ...customer },
    billingAddress: address,
    shippingAddress: address,
    lines,
    shipping: { method: 'Standard', amount: 490 },
    paymentMethod: random.pick(['cheque', 'wire', null, null]),
    tags: random.next() < 0.1 ? ['gift'] : [],
  });
  const id = plan.firstId + index;
  return prepareOrder(input, {
    id,
    number: `${shop.numberPrefix}${id}`,
    customerId: ctx.newId(),
    token: ctx.newToken(),
    products: new Map(products.map((product) => [product.sku, product])),
    at: placedAt,
    newId: ctx.newId,
  });
}

type Moment = Readonly<{
  current: Order;
  command: OrderCommand;
  sale: readonly MovementFacts[];
  at: number;
}>;

function decided(
  ctx: Context,
  { shelf, shop }: Plan & Readonly<{ shelf: Shelf }>,
  { current, command, sale, at }: Moment,
): readonly OrderEvent[] {
  const { deliveredOnTracking, downloadsMax, downloadDays, deliveryTimes } = shop;
  const settings = { deliveredOnTracking, downloadsMax, downloadDays, deliveryTimes };
  const clock = { at, today: today(at, shop.timeZone) };
  const world = { products: shelf, sale, ...settings, ...clock, newId: ctx.newId };
  const decision = decideOrder(current, command, world);
  return decision.kind === 'accepted' ? decision.events : [];
}

/** A story does not know the day, nor what an order comes to. */
function fitted(step: Step, order: Order, shop: ShopSettings, at: number): OrderCommand {
  const command = typeof step === 'function' ? step(order) : step;
  if (command.type === 'ship') return { ...command, shippedOn: today(at, shop.timeZone) };
  if (command.type === 'expect') {
    const day = today(at, shop.timeZone);
    const expectedOn = command.expectedOn === 'soon' ? afterWorkingDays(day, 60) : day;
    return { ...command, expectedOn };
  }
  const isPart = command.type === 'pay' && (command.payment.amountMinor ?? 0) > amountDue(order);
  return isPart ? { type: 'pay', payment: { method: 'cash' } } : command;
}

function actorOf(command: OrderCommand, { customerId: id, customer }: Order): Actor {
  const isAsked = command.type === 'ask_to_cancel' || command.type === 'report_not_received';
  if (isAsked) return { kind: 'customer', id, name: customer.name };
  return isByCard(command) ? gateway : staff;
}

function isByCard(command: OrderCommand): boolean {
  return command.type === 'pay' && command.payment.account === sampleAccount;
}

function callbackStatement({ db, newId }: Context, order: Order, at: number): Statement {
  const payment = order.payments.at(-1);
  return db.insert(callbacks).values({
    id: newId(),
    account: sampleAccount,
    gateway: 'standard-webhooks',
    eventKey: `sample-${order.id}`,
    bodyHash: '',
    body: null,
    headers: {},
    verdict: 'applied',
    reason: 'Paid. Sample data.',
    orderNumber: order.number,
    amountMinor: payment?.amountMinor ?? null,
    currency: order.currency,
    transactionId: payment?.transactionId ?? null,
    authorizationCode: payment?.authorizationCode ?? null,
    receivedAt: at,
  });
}

/** The shelf after these events of an order that was `before`; nobody has seen its codes. */
function putOnShelf(shelf: Shelf, events: readonly OrderEvent[], before: Order): void {
  for (const event of events) {
    if (event.type === 'paid') {
      addStock(shelf, event.movements);
      for (const { productId, handOut } of event.codes) addCodes(shelf, productId, -handOut);
    } else if (event.type === 'rolled_back') {
      addStock(shelf, event.movements);
      for (const { kind, productId, quantity, codesWaiting } of before.lines) {
        if (kind === 'codes' && productId) addCodes(shelf, productId, quantity - codesWaiting);
      }
    }
  }
}

function addStock(shelf: Shelf, movements: readonly MovementFacts[]): void {
  for (const { productId, stockDelta } of movements) {
    const facts = shelf.get(productId);
    if (facts) shelf.set(productId, { ...facts, stock: facts.stock + stockDelta });
  }
}

function addCodes(shelf: Shelf, productId: string, units: number): void {
  const facts = shelf.get(productId);
  if (facts) shelf.set(productId, { ...facts, codesAvailable: facts.codesAvailable + units });
}
