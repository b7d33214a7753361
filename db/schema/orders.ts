import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { Address } from '#domain/address';
import type { Currency } from '#domain/currency';
import {
  actorKinds,
  fulfilmentStatuses,
  orderFlags,
  orderStatuses,
  paymentRecordStatuses,
  paymentStatuses,
  productKinds,
} from '#domain/vocabulary';
import { products } from './catalog';
import { json, moment } from './columns';
import { customers } from './customers';

const standing = sql`deleted_at IS NULL`;

/** The orders of `orders_slips_on_idx`; written out, as no bound value leads SQLite to a partial index. */
export const canSlip = sql`slips_on IS NOT NULL`;

/** `id` comes from the counter row and never changes; `version` is that of the newest event. */
export const orders = sqliteTable(
  'orders',
  {
    id: integer('id').primaryKey(),
    number: text('number').notNull(),
    version: integer('version').notNull(),
    token: text('token').notNull(),
    status: text('status', { enum: orderStatuses }).notNull(),
    paymentStatus: text('payment_status', { enum: paymentStatuses }).notNull(),
    fulfilmentStatus: text('fulfilment_status', { enum: fulfilmentStatuses }).notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    itemsMinor: integer('items_minor').notNull(),
    discountMinor: integer('discount_minor').notNull(),
    shippingMinor: integer('shipping_minor').notNull(),
    taxMinor: integer('tax_minor').notNull(),
    grandMinor: integer('grand_minor').notNull(),
    paidMinor: integer('paid_minor').notNull(),
    refundedMinor: integer('refunded_minor').notNull(),
    orderDiscountMinor: integer('order_discount_minor').notNull(),
    shippingMethod: text('shipping_method'),
    shippingTaxMinor: integer('shipping_tax_minor').notNull(),
    paymentMethod: text('payment_method'),
    customerId: text('customer_id')
      .notNull()
      .references(() => customers.id),
    customerEmail: text('customer_email').notNull(),
    customerName: text('customer_name').notNull(),
    customerPhone: text('customer_phone'),
    customerLocale: text('customer_locale'),
    billingAddress: json<Address>('billing_address'),
    shippingAddress: json<Address>('shipping_address'),
    note: text('note'),
    placedAt: moment('placed_at').notNull(),
    paidVersion: integer('paid_version'),
    paidAt: moment('paid_at'),
    deliveredAt: moment('delivered_at'),
    heldAt: moment('held_at'),
    cancelledAt: moment('cancelled_at'),
    cancelReason: text('cancel_reason'),
    deletedAt: moment('deleted_at'),
    // Days in the shop, YYYY-MM-DD. `slips_on` is when the worker has something to tell, if ever.
    expectedOn: text('expected_on'),
    slippedOn: text('slipped_on'),
    slipsOn: text('slips_on'),
  },
  (table) => [
    uniqueIndex('orders_number_uq').on(table.number),
    uniqueIndex('orders_token_uq').on(table.token),
    // The list of orders, newest first, and by total; each filter of the list has its own.
    index('orders_placed_at_idx').on(table.placedAt, table.id).where(standing),
    index('orders_grand_minor_idx').on(table.grandMinor, table.id).where(standing),
    index('orders_status_idx').on(table.status, table.placedAt, table.id).where(standing),
    index('orders_payment_status_idx')
      .on(table.paymentStatus, table.placedAt, table.id)
      .where(standing),
    index('orders_fulfilment_status_idx')
      .on(table.fulfilmentStatus, table.placedAt, table.id)
      .where(standing),
    // The bin, and its purge after 30 days.
    index('orders_deleted_at_idx').on(table.placedAt, table.id).where(sql`deleted_at IS NOT NULL`),
    index('orders_customer_id_idx').on(table.customerId, table.placedAt),
    // The orders whose promised day may pass, the oldest first, for the worker.
    index('orders_slips_on_idx').on(table.slipsOn).where(canSlip),
    check(
      'orders_totals_check',
      sql`items_minor - discount_minor + shipping_minor + tax_minor = grand_minor`,
    ),
  ],
);

/** The lines of `order_lines_waiting_idx`; written out, as no bound value leads SQLite to a partial index. */
export const isWaitingForCodes = sql`codes_waiting > 0`;

export const orderLines = sqliteTable(
  'order_lines',
  {
    id: text('id').primaryKey(),
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    position: integer('position').notNull(),
    productId: text('product_id').references(() => products.id),
    sku: text('sku').notNull(),
    name: text('name').notNull(),
    kind: text('kind', { enum: productKinds }).notNull(),
    quantity: integer('quantity').notNull(),
    unitPriceMinor: integer('unit_price_minor').notNull(),
    discountMinor: integer('discount_minor').notNull(),
    taxMinor: integer('tax_minor').notNull(),
    // Codes that this line still waits for after payment; the importer serves the oldest first.
    codesWaiting: integer('codes_waiting').notNull().default(0),
  },
  (table) => [
    uniqueIndex('order_lines_order_id_position_uq').on(table.orderId, table.position),
    index('order_lines_waiting_idx').on(table.productId, table.orderId).where(isWaitingForCodes),
    check('order_lines_quantity_check', sql`quantity > 0`),
  ],
);

export const orderTags = sqliteTable(
  'order_tags',
  {
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    tag: text('tag').notNull(),
    placedAt: moment('placed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.tag] }),
    // The list of orders with one tag, newest first.
    index('order_tags_tag_idx').on(table.tag, table.placedAt, table.orderId),
  ],
);

export const orderFlagRows = sqliteTable(
  'order_flags',
  {
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    flag: text('flag', { enum: orderFlags }).notNull(),
    placedAt: moment('placed_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.flag] }),
    // The list of orders with one flag, newest first.
    index('order_flags_flag_idx').on(table.flag, table.placedAt, table.orderId),
  ],
);

/** No card number is ever stored: brand and last four digits at most. */
export const payments = sqliteTable(
  'payments',
  {
    id: text('id').primaryKey(),
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    account: text('account'),
    method: text('method').notNull(),
    amountMinor: integer('amount_minor').notNull(),
    refundedMinor: integer('refunded_minor').notNull().default(0),
    currency: text('currency').$type<Currency>().notNull(),
    status: text('status', { enum: paymentRecordStatuses }).notNull(),
    transactionId: text('transaction_id'),
    authorizationCode: text('authorization_code'),
    cardBrand: text('card_brand'),
    cardLast4: text('card_last4'),
    note: text('note'),
    receivedAt: moment('received_at').notNull(),
  },
  (table) => [
    index('payments_order_id_idx').on(table.orderId, table.receivedAt),
    // One transaction of a gateway pays one order once.
    uniqueIndex('payments_account_transaction_id_uq')
      .on(table.account, table.transactionId)
      .where(sql`status = 'received' AND account IS NOT NULL AND transaction_id IS NOT NULL`),
    // Refunds and disputes that name only the transaction.
    index('payments_transaction_id_idx').on(table.transactionId),
  ],
);

/**
 * The tokens that an order's page had before; a row is written by the change that gives a new one.
 * So whoever holds an old link learns that it was replaced, and downloads begun from it end. Grows
 * with what staff renew by hand; goes with its order.
 */
export const replacedLinks = sqliteTable(
  'replaced_links',
  {
    token: text('token').primaryKey(),
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    replacedAt: moment('replaced_at').notNull(),
  },
  // Whether a download is older than the link, and the purge of an order.
  (table) => [index('replaced_links_order_id_idx').on(table.orderId, table.replacedAt)],
);

/**
 * The history of every order, and its lock: two writers of one version collide on the key and the
 * second batch fails whole. Append only; the search index follows it by a trigger.
 */
export const events = sqliteTable(
  'events',
  {
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    version: integer('version').notNull(),
    type: text('type').notNull(),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    actorId: text('actor_id').notNull(),
    actorName: text('actor_name').notNull(),
    at: moment('at').notNull(),
    data: json<Readonly<Record<string, unknown>>>('data').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderId, table.version] })],
);

/** Orders per status for the tabs of the list; kept by triggers on orders. */
export const orderCounts = sqliteTable('order_counts', {
  status: text('status').primaryKey(),
  orders: integer('orders').notNull(),
});
