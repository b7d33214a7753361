import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { moment } from './columns';
import { orders } from './orders';

/** A customer's right to the files of a line. Issued by pay, changed by staff, revoked by roll back. */
export const grants = sqliteTable(
  'grants',
  {
    id: text('id').primaryKey(),
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    lineId: text('line_id').notNull(),
    productId: text('product_id').notNull(),
    quantity: integer('quantity').notNull(),
    // Of each file; fixed with the end when the order was paid, and changed by staff alone.
    downloadsMax: integer('downloads_max').notNull().default(0),
    issuedAt: moment('issued_at').notNull(),
    expiresAt: moment('expires_at'),
    revokedAt: moment('revoked_at'),
  },
  (table) => [index('grants_order_id_idx').on(table.orderId)],
);

/**
 * One row per click on a file of a tracking page, written in the batch that finds the grant has one
 * left: what did not fail counts against the grant. How much was sent is noted while it is sent, in
 * few statements. Grows with what customers download; goes with its order.
 */
export const downloads = sqliteTable(
  'downloads',
  {
    id: text('id').primaryKey(),
    grantId: text('grant_id').notNull(),
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    fileId: text('file_id').notNull(),
    versionId: text('version_id').notNull(),
    // Of the form that was pressed, so that a press and its double are one download.
    clickKey: text('click_key').notNull(),
    clickedAt: moment('clicked_at').notNull(),
    address: text('address').notNull(),
    userAgent: text('user_agent').notNull(),
    bytesSent: integer('bytes_sent').notNull().default(0),
    begunAt: moment('begun_at'),
    lastAt: moment('last_at'),
    finishedAt: moment('finished_at'),
    failedAt: moment('failed_at'),
  },
  (table) => [
    // How many a grant has left of a file, and the double of a press.
    index('downloads_grant_id_file_id_idx').on(table.grantId, table.fileId, table.clickedAt),
    // The page of an order, newest first, and its purge.
    index('downloads_order_id_idx').on(table.orderId, table.clickedAt),
  ],
);
