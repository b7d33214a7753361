import { desc, eq, inArray, sql } from 'drizzle-orm';
import { codeLooks, codes } from '#db/schema/catalog';
import { downloads } from '#db/schema/downloads';
import { files, fileVersions } from '#db/schema/files';
import { events, payments } from '#db/schema/orders';
import { callbacks, paymentAccounts } from '#db/schema/payments';
import type { ProductFacts } from '#domain/decision';
import type { Order } from '#domain/order';
import type { OrderCommandType } from '#domain/order-command';
import type { OrderEvent } from '#domain/order-event';
import { isSettled, type Standing, standingOf } from '#domain/order-status';
import { permittedCommands } from '#domain/refusal-of';
import { amountDue, type Totals, totalsOf } from '#domain/totals';
import type { Context } from '#server/context';
import { type GrantedFile, grantedFilesQuery } from '#server/downloads/granted-files';
import { notFound } from '#server/errors';
import { leavingMail } from '#server/mail/leaving-mail';
import { missedMail } from '#server/mail/missed-mail';
import { expectedRefusals, type Refusals } from './expected-refusals';
import { type OrderMessage, orderMessagesQuery } from './order-messages';
import { assembleFacts, factQueries } from './read-order';
import { recordedEvent } from './recorded-event';

/** All times in milliseconds UTC, all amounts in minor units of the order's currency. */
export type OrderPage = Readonly<{
  order: Order;
  standing: Standing;
  totals: Totals;
  /** What is still due; of a paid order, by how much it was paid short. */
  dueMinor: number;
  /** What a paid order brought in above its total, and has not given back. */
  overpaidMinor: number;
  /** The names of the accounts of its payments, by slug. */
  accountNames: Readonly<Record<string, string>>;
  permitted: readonly OrderCommandType[];
  /** Why a command that a person might expect now is not allowed. */
  refusals: Refusals;
  /** The customer's page. */
  trackingUrl: string;
  /** Stock and pools of the lines' products, by product id. */
  products: Readonly<Record<string, ProductFacts>>;
  /** Newest first; the oldest are cut off where `rowsMax` is reached. */
  history: readonly HistoryEntry[];
  messages: readonly OrderMessage[];
  /** Those of them that the customer should have and has not. */
  missed: readonly OrderMessage[];
  /** Those that wait a little before they leave, and can still be stopped. */
  leaving: readonly OrderMessage[];
  callbacks: readonly OrderCallback[];
  /** Never in the clear. */
  codes: readonly OrderCode[];
  looks: readonly CodeLook[];
  /** The files that its grants open, and what was downloaded, newest first. */
  files: readonly GrantedFile[];
  downloads: readonly OrderDownload[];
}>;

export type HistoryEntry = Pick<EventRow, 'version' | 'at' | 'actorKind' | 'actorName'> &
  Readonly<{ event: OrderEvent }>;
export type OrderCallback = Readonly<Awaited<ReturnType<typeof callbackQuery>>[number]>;
export type OrderCode = Readonly<Awaited<ReturnType<typeof codeQuery>>[number]>;
export type OrderDownload = Readonly<Awaited<ReturnType<typeof downloadQuery>>[number]>;
type CodeLook = Readonly<Awaited<ReturnType<typeof lookQuery>>[number]>;

type EventRow = Awaited<ReturnType<typeof eventQuery>>[number];

const rowsMax = 200;

/**
 * Everything that staff see of one order, the bin included, in one round trip. Throws `not_found`.
 * Serial codes stay sealed: `showCode` opens one.
 */
export async function readOrderPage(ctx: Context, number: string): Promise<OrderPage> {
  const [order, lines, paid, sent, parcels, sentLines, tags, granted, asked, ...rest] =
    await ctx.db.batch([
      ...factQueries(ctx.db, { number }),
      eventQuery(ctx, number),
      orderMessagesQuery(ctx.db, orderId(number)),
      callbackQuery(ctx, number),
      codeQuery(ctx, number),
      lookQuery(ctx, number),
      accountQuery(ctx, number),
      grantedFilesQuery(ctx.db, orderId(number)),
      downloadQuery(ctx, number),
    ]);
  const [products, sale, ...more] = rest;
  const facts = assembleFacts([
    ...([order, lines, paid, sent, parcels, sentLines, tags, granted, asked] as const),
    ...([products, sale] as const),
  ]);
  if (!facts) throw notFound('The order');
  const [history, sentMessages, received, handedOut, looks, accounts, files, downloaded] = more;
  return {
    ...pageOf(facts.order, ctx.env.appUrl),
    products: Object.fromEntries(facts.products),
    history: history.map(historyEntry),
    messages: sentMessages,
    missed: missedMail(sentMessages, facts.order),
    leaving: leavingMail(sentMessages, facts.order, ctx.now()),
    callbacks: received,
    codes: handedOut,
    looks,
    files,
    downloads: downloaded,
    accountNames: Object.fromEntries(accounts.map(({ slug, name }) => [slug, name])),
  };
}

function pageOf(order: Order, appUrl: string) {
  const totals = totalsOf(order);
  return {
    order,
    standing: standingOf(order),
    totals,
    ...balanceOf(order, totals),
    permitted: permittedCommands(order),
    refusals: expectedRefusals(order),
    trackingUrl: `${appUrl}/track/${order.token}`,
  };
}

/** A refund of a paid order makes nothing due again. */
function balanceOf(order: Order, { grand, paid, refunded }: Totals) {
  if (!isSettled(order)) return { dueMinor: amountDue(order), overpaidMinor: 0 };
  return {
    dueMinor: Math.max(0, grand - paid),
    overpaidMinor: Math.max(0, paid - refunded - grand),
  };
}

function historyEntry({ type, data, ...entry }: EventRow): HistoryEntry {
  return { ...entry, event: recordedEvent(type, data) };
}

const orderId = (number: string) => sql`(SELECT id FROM orders WHERE number = ${number})`;

function eventQuery({ db }: Context, number: string) {
  const { version, type, actorKind, actorName, at, data } = events;
  return db
    .select({ version, type, actorKind, actorName, at, data })
    .from(events)
    .where(eq(events.orderId, orderId(number)))
    .orderBy(desc(events.version))
    .limit(rowsMax);
}

function callbackQuery({ db }: Context, number: string) {
  const { account, verdict, reason, resolution } = callbacks;
  const { id, amountMinor, currency, receivedAt } = callbacks;
  return db
    .select({
      ...{ id, verdict, reason, resolution, amountMinor, currency, receivedAt },
      accountName: sql<string>`coalesce(${paymentAccounts.name}, ${account})`,
    })
    .from(callbacks)
    .leftJoin(paymentAccounts, eq(paymentAccounts.slug, account))
    .where(eq(callbacks.orderNumber, number))
    .orderBy(desc(callbacks.receivedAt), desc(callbacks.id))
    .limit(rowsMax);
}

function codeQuery({ db }: Context, number: string) {
  const { id, lineId, productId, status, seenAt, handedOutAt } = codes;
  return db
    .select({ id, lineId, productId, status, seenAt, handedOutAt })
    .from(codes)
    .where(eq(codes.orderId, orderId(number)))
    .orderBy(codes.id)
    .limit(rowsMax);
}

function lookQuery({ db }: Context, number: string) {
  const { id, codeId, actorKind, actorName, at } = codeLooks;
  const ofOrder = db
    .select({ id: codes.id })
    .from(codes)
    .where(eq(codes.orderId, orderId(number)));
  return db
    .select({ id, codeId, actorKind, actorName, at })
    .from(codeLooks)
    .where(inArray(codeLooks.codeId, ofOrder))
    .orderBy(desc(codeLooks.at), desc(codeLooks.id))
    .limit(rowsMax);
}

function downloadQuery({ db }: Context, number: string) {
  const { id, grantId, clickedAt, address, userAgent, bytesSent, begunAt } = downloads;
  return db
    .select({
      ...{ id, grantId, clickedAt, address, userAgent, bytesSent, begunAt },
      finishedAt: downloads.finishedAt,
      failedAt: downloads.failedAt,
      name: files.name,
      version: fileVersions.label,
      size: fileVersions.size,
    })
    .from(downloads)
    .leftJoin(files, eq(files.id, downloads.fileId))
    .leftJoin(fileVersions, eq(fileVersions.id, downloads.versionId))
    .where(eq(downloads.orderId, orderId(number)))
    .orderBy(desc(downloads.clickedAt), desc(downloads.id))
    .limit(rowsMax);
}

function accountQuery({ db }: Context, number: string) {
  const { slug, name } = paymentAccounts;
  const ofOrder = db
    .select({ account: payments.account })
    .from(payments)
    .where(eq(payments.orderId, orderId(number)));
  return db.select({ slug, name }).from(paymentAccounts).where(inArray(slug, ofOrder));
}
