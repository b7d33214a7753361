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
import { moment } from './columns';
import { orderLines, orders } from './orders';

export const shipments = sqliteTable(
  'shipments',
  {
    id: text('id').primaryKey(),
    orderId: integer('order_id')
      .notNull()
      .references(() => orders.id),
    shippedOn: text('shipped_on').notNull(),
    note: text('note'),
    createdAt: moment('created_at').notNull(),
    voidedAt: moment('voided_at'),
  },
  (table) => [index('shipments_order_id_idx').on(table.orderId, table.createdAt)],
);

export const shipmentLines = sqliteTable(
  'shipment_lines',
  {
    shipmentId: text('shipment_id')
      .notNull()
      .references(() => shipments.id),
    lineId: text('line_id')
      .notNull()
      .references(() => orderLines.id),
    quantity: integer('quantity').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.shipmentId, table.lineId] }),
    // The foreign key's look when a line is purged.
    index('shipment_lines_line_id_idx').on(table.lineId),
    check('shipment_lines_quantity_check', sql`quantity > 0`),
  ],
);

export const parcels = sqliteTable(
  'parcels',
  {
    id: text('id').primaryKey(),
    shipmentId: text('shipment_id')
      .notNull()
      .references(() => shipments.id),
    position: integer('position').notNull(),
    carrier: text('carrier').notNull(),
    trackingNumber: text('tracking_number'),
    trackingUrl: text('tracking_url'),
  },
  (table) => [uniqueIndex('parcels_shipment_id_position_uq').on(table.shipmentId, table.position)],
);
