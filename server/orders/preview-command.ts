import { and, eq, inArray, sql } from 'drizzle-orm';
import { codes, products } from '#db/schema/catalog';
import { messages } from '#db/schema/messages';
import { orderLines } from '#db/schema/orders';
import type { Currency } from '#domain/currency';
import { decideOrder } from '#domain/decide-order';
import { evolveAll } from '#domain/evolve-order';
import type { Order, Payment } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import type { OrderEvent } from '#domain/order-event';
import { standingOf } from '#domain/order-status';
import type { Refusal } from '#domain/refusal';
import { toGiveBack } from '#domain/totals';
import type { OrderStatus } from '#domain/vocabulary';
import type { Context } from '#server/context';
import { notFound } from '#server/errors';
import type { ShopSettings } from '#server/settings/shop-settings';
import { worldOf } from './change-order';
import { assembleFacts, factQueries } from './read-order';

/** `answer_request` says yes to a customer who asks to cancel. */
export const takeBackCommands = ['roll_back', 'cancel', 'delete', 'answer_request'] as const;
export type TakeBackCommand = (typeof takeBackCommands)[number];

/** What a command would do. Stock, sales and codes in units; amounts in minor units. */
export type CommandPreview = Readonly<{
  number: string;
  /** The version that this holds for. */
  version: number;
  /** Why it would be refused; the lists are empty then. */
  refusal: Refusal | null;
  statusBefore: OrderStatus;
  statusAfter: OrderStatus;
  isDeleted: boolean;
  /** `stockAfter` where the goods go back into stock; else the stock stays. */
  products: readonly ProductPreview[];
  /** Codes that return to the pool, and codes that are burned because somebody has seen them. */
  codes: readonly CodesPreview[];
  grantsRevoked: number;
  paymentsReversed: readonly Payment[];
  shipmentsVoided: number;
  /** The expected day that would be taken away. */
  dayTakenAway: string | null;
  /** Messages that have not left yet and would be taken back. */
  mailWithdrawn: number;
  /** Who is told by e-mail, unless nobody is to be told. */
  mailTo: string | null;
  /** What that message promises to give back. */
  promised: Readonly<{ minor: number; currency: Currency }> | null;
}>;

export type ProductPreview = Readonly<{
  productId: string;
  sku: string;
  name: string;
  isTracked: boolean;
  stock: number;
  stockAfter: number;
  sold: number;
  soldAfter: number;
}>;

export type CodesPreview = Readonly<{
  productId: string;
  sku: string;
  name: string;
  back: number;
  burned: number;
}>;

type Asked = Readonly<{
  number: string;
  command: TakeBackCommand;
  /** What is answered, where that is the command. */
  requestId?: string | undefined;
  shop: ShopSettings;
}>;

/**
 * What a roll back, a cancellation or a deletion would do to this order now, decided by the same
 * rules that would carry it out. One round trip, changes nothing. Throws `not_found`, also for a
 * deleted order.
 */
export async function previewCommand(ctx: Context, asked: Asked): Promise<CommandPreview> {
  const [order, lines, paid, sent, parcels, sentLines, tags, granted, ...rest] = await ctx.db.batch(
    [
      ...factQueries(ctx.db, asked),
      soldQuery(ctx, asked.number),
      codesQuery(ctx, asked.number),
      mailQuery(ctx, asked.number),
    ],
  );
  const [requests, sold, sale, ...more] = rest;
  const facts = assembleFacts([
    ...([order, lines, paid, sent, parcels, sentLines, tags, granted] as const),
    ...([requests, sold, sale] as const),
  ]);
  if (!facts || facts.order.deletedAt !== null) throw notFound('The order');
  const at = ctx.now();
  const world = worldOf(ctx, facts, { shop: asked.shop, at });
  const decision = decideOrder(facts.order, commandFor(asked), world);
  const events = decision.kind === 'accepted' ? decision.events : [];
  const after = evolveAll(facts.order, events, at);
  const refusal = decision.kind === 'refused' ? decision.refusal : null;
  return { refusal, ...changesOf({ before: facts.order, after, events }, more) };
}

type Moved = Readonly<{ before: Order; after: Order; events: readonly OrderEvent[] }>;
type Counted = readonly [
  Awaited<ReturnType<typeof soldQuery>>,
  Awaited<ReturnType<typeof codesQuery>>,
  Awaited<ReturnType<typeof mailQuery>>,
];

function changesOf(moved: Moved, [ledger, held, unsent]: Counted) {
  const { before, after, events } = moved;
  const rolledBack = events.find((event) => event.type === 'rolled_back');
  const cancelled = events.find((event) => event.type === 'cancelled');
  return {
    number: before.number,
    version: before.version,
    statusBefore: standingOf(before).status,
    statusAfter: standingOf(after).status,
    isDeleted: after.deletedAt !== null,
    products: rolledBack ? productsOf(before, rolledBack, ledger) : [],
    codes: rolledBack ? codesOf(before, held) : [],
    grantsRevoked: before.grants.filter(
      ({ revokedAt }, index) => revokedAt !== after.grants[index]?.revokedAt,
    ).length,
    paymentsReversed: before.payments.filter(
      (payment, index) => payment.status !== after.payments[index]?.status,
    ),
    shipmentsVoided: before.shipments.filter(
      ({ voidedAt }, index) => voidedAt !== after.shipments[index]?.voidedAt,
    ).length,
    dayTakenAway: before.expectedOn === after.expectedOn ? null : before.expectedOn,
    mailWithdrawn: rolledBack ? (unsent[0]?.count ?? 0) : 0,
    mailTo: cancelled ? before.customer.email : null,
    promised: cancelled ? promisedOf(before) : null,
  };
}

function promisedOf(before: Order): CommandPreview['promised'] {
  const minor = toGiveBack(before);
  return minor > 0 ? { minor, currency: before.currency } : null;
}

function commandFor({ command: type, requestId = '' }: Asked): OrderCommand {
  const restock = true;
  switch (type) {
    case 'answer_request':
      return { type, requestId, accepted: true, text: null, restock, notify: true };
    case 'cancel':
      return { type, reason: null, restock, notify: true };
    default:
      return { type, reason: null, restock };
  }
}

type Ledger = Counted[0];

function productsOf(
  order: Order,
  { movements }: OrderEvent & { type: 'rolled_back' },
  ledger: Ledger,
): readonly ProductPreview[] {
  return movements.flatMap(({ productId, stockDelta, soldDelta }) => {
    const product = ledger.find(({ id }) => id === productId);
    if (!product) return [];
    const { stock, sold } = product;
    return [
      {
        ...lineWords(order, productId),
        isTracked: stockDelta !== 0,
        stock,
        stockAfter: stock + stockDelta,
        sold,
        soldAfter: sold + soldDelta,
      },
    ];
  });
}

function codesOf(order: Order, held: Counted[1]): readonly CodesPreview[] {
  return held.map(({ productId, back, burned }) => ({
    ...lineWords(order, productId),
    back,
    burned,
  }));
}

function lineWords({ lines }: Order, productId: string) {
  const line = lines.find((candidate) => candidate.productId === productId);
  return { productId, sku: line?.sku ?? '', name: line?.name ?? '' };
}

const orderId = (number: string) => sql`(SELECT id FROM orders WHERE number = ${number})`;

function soldQuery({ db }: Context, number: string) {
  const ofLines = db
    .select({ id: orderLines.productId })
    .from(orderLines)
    .where(eq(orderLines.orderId, orderId(number)));
  return db
    .select({ id: products.id, stock: products.stock, sold: products.sold })
    .from(products)
    .where(inArray(products.id, ofLines));
}

function codesQuery({ db }: Context, number: string) {
  return db
    .select({
      productId: codes.productId,
      back: sql<number>`sum(seen_at IS NULL)`,
      burned: sql<number>`sum(seen_at IS NOT NULL)`,
    })
    .from(codes)
    .where(and(eq(codes.orderId, orderId(number)), eq(codes.status, 'handed_out')))
    .groupBy(codes.productId);
}

/** The messages that `withdrawMail` takes back after a roll back. */
function mailQuery({ db }: Context, number: string) {
  return db
    .select({ count: sql<number>`count(*)` })
    .from(messages)
    .where(
      and(
        eq(messages.orderId, orderId(number)),
        inArray(messages.template, ['paid', 'shipped', 'code_replaced', 'late']),
        inArray(messages.status, ['held', 'waiting', 'failed']),
      ),
    );
}
