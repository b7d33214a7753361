import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { Currency } from '#domain/currency';
import { actorKinds, codeStatuses, movementReasons, productKinds } from '#domain/vocabulary';
import { flag, moment } from './columns';

/** The products of `products_pool_idx`; written out, as no bound value leads SQLite to a partial index. */
export const isPool = sql`kind = 'codes'`;

/** `stock`, `sold` and `codes_available` are kept by triggers and written nowhere else. */
export const products = sqliteTable(
  'products',
  {
    id: text('id').primaryKey(),
    sku: text('sku').notNull(),
    name: text('name').notNull(),
    priceMinor: integer('price_minor').notNull(),
    currency: text('currency').$type<Currency>().notNull(),
    kind: text('kind', { enum: productKinds }).notNull(),
    trackStock: flag('track_stock').notNull(),
    stock: integer('stock').notNull().default(0),
    sold: integer('sold').notNull().default(0),
    codesAvailable: integer('codes_available').notNull().default(0),
    taxClass: text('tax_class'),
    weightGrams: integer('weight_grams'),
    // Null where those of the shop hold; 0 days are for ever.
    downloadsMax: integer('downloads_max'),
    downloadDays: integer('download_days'),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
  },
  (table) => [
    uniqueIndex('products_sku_uq').on(table.sku),
    // The list of products, by name, page by page.
    index('products_name_sku_idx').on(sql`${table.name} COLLATE NOCASE`, table.sku),
    // The pools that run low.
    index('products_pool_idx').on(table.codesAvailable).where(isPool),
    check('products_price_check', sql`${table.priceMinor} >= 0`),
  ],
);

/**
 * The stock and sales ledger. Written in the batch of the change that causes it; never updated or
 * deleted (a trigger refuses). Grows by one row per product and change of an order.
 */
export const movements = sqliteTable(
  'movements',
  {
    id: text('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    orderId: integer('order_id'),
    orderNumber: text('order_number'),
    orderVersion: integer('order_version'),
    reason: text('reason', { enum: movementReasons }).notNull(),
    note: text('note'),
    stockDelta: integer('stock_delta').notNull(),
    soldDelta: integer('sold_delta').notNull(),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    actorName: text('actor_name').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    // "Why is stock 7": the movements of one product, newest first.
    index('movements_product_id_idx').on(table.productId, table.at, table.id),
    // What a roll back has to undo.
    index('movements_order_id_idx').on(table.orderId),
  ],
);

/**
 * Serial codes, sealed; `id` is the order of import, so the oldest goes out first.
 * available → handed_out → burned, or back to available when nobody has seen it.
 */
export const codes = sqliteTable(
  'codes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    sealed: text('sealed').notNull(),
    fingerprint: text('fingerprint').notNull(),
    status: text('status', { enum: codeStatuses }).notNull().default('available'),
    orderId: integer('order_id'),
    lineId: text('line_id'),
    importedAt: moment('imported_at').notNull(),
    handedOutAt: moment('handed_out_at'),
    seenAt: moment('seen_at'),
  },
  (table) => [
    uniqueIndex('codes_product_id_fingerprint_uq').on(table.productId, table.fingerprint),
    // The next code of a pool.
    index('codes_pool_idx').on(table.productId, table.status, table.id),
    index('codes_order_id_idx').on(table.orderId),
    check(
      'codes_owner_check',
      sql`(${table.status} = 'handed_out') = (${table.lineId} IS NOT NULL)`,
    ),
  ],
);

/** Every look at a code in the clear: who and when. Append only, one row per look. */
export const codeLooks = sqliteTable(
  'code_looks',
  {
    id: text('id').primaryKey(),
    codeId: integer('code_id').notNull(),
    orderId: integer('order_id'),
    actorKind: text('actor_kind', { enum: actorKinds }).notNull(),
    actorName: text('actor_name').notNull(),
    at: moment('at').notNull(),
  },
  (table) => [
    index('code_looks_code_id_idx').on(table.codeId, table.at),
    // Whose personal data is erased with that of an order.
    index('code_looks_order_id_idx').on(table.orderId),
  ],
);
