import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { fileVersionStatuses } from '#domain/vocabulary';
import { products } from './catalog';
import { json, moment } from './columns';

/** What a store needs to put an upload of many parts together; null where it needs nothing. */
export type StoredParts = Readonly<{ uploadId: string; etags: readonly string[] }>;

/**
 * A file that a product of kind `file` gives; `name` is the name under which it is downloaded.
 * Served is its newest ready version, until it is retired: then nobody gets it any more.
 */
export const files = sqliteTable(
  'files',
  {
    id: text('id').primaryKey(),
    productId: text('product_id')
      .notNull()
      .references(() => products.id),
    name: text('name').notNull(),
    createdAt: moment('created_at').notNull(),
    retiredAt: moment('retired_at'),
  },
  (table) => [
    // The files of a product; a retired one leaves its name to another.
    uniqueIndex('files_product_id_name_uq')
      .on(table.productId, table.name)
      .where(sql`${table.retiredAt} IS NULL`),
    index('files_product_id_idx').on(table.productId, table.name),
  ],
);

/**
 * The bytes of a file, under a key of their own in the store. Made when an upload begins, with
 * `received` raised after each chunk that is safe in the store; ready once all were counted and the
 * checksum was taken, and never changed from then on. Uploads that nobody goes on with are removed
 * by the worker after a day.
 */
export const fileVersions = sqliteTable(
  'file_versions',
  {
    id: text('id').primaryKey(),
    fileId: text('file_id')
      .notNull()
      .references(() => files.id),
    label: text('label').notNull(),
    size: integer('size').notNull(),
    sha256: text('sha256'),
    contentType: text('content_type').notNull(),
    /** Of the file on the disk of whoever uploads: another time is another file of the same name. */
    sourceModifiedAt: moment('source_modified_at'),
    status: text('status', { enum: fileVersionStatuses }).notNull().default('uploading'),
    storeKey: text('store_key').notNull(),
    received: integer('received').notNull().default(0),
    parts: json<StoredParts | null>('parts'),
    /** Who writes a chunk at the moment, and until when nobody else may. */
    writer: text('writer'),
    writerUntil: moment('writer_until'),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').notNull(),
    /** When the upload was last gone on with. */
    touchedAt: moment('touched_at').notNull(),
    readyAt: moment('ready_at'),
  },
  (table) => [
    uniqueIndex('file_versions_file_id_label_uq').on(table.fileId, table.label),
    uniqueIndex('file_versions_store_key_uq').on(table.storeKey),
    // The newest ready version of a file.
    index('file_versions_ready_idx')
      .on(table.fileId, table.readyAt, table.id)
      .where(sql`${table.status} = 'ready'`),
    // What the worker finishes or removes.
    index('file_versions_uploading_idx')
      .on(table.touchedAt)
      .where(sql`${table.status} = 'uploading'`),
    check('file_versions_size_check', sql`${table.size} > 0`),
    check('file_versions_received_check', sql`${table.received} BETWEEN 0 AND ${table.size}`),
    check(
      'file_versions_ready_check',
      sql`(${table.status} = 'ready') = (${table.readyAt} IS NOT NULL AND ${table.sha256} IS NOT NULL)
        AND (${table.status} <> 'ready' OR ${table.received} = ${table.size})`,
    ),
  ],
);

/**
 * Bytes that are to leave the store. Written in the batch that takes their version out of the list,
 * drained by the worker once they are gone; growth means that the store cannot be reached.
 */
export const discardedBytes = sqliteTable('discarded_bytes', {
  storeKey: text('store_key').primaryKey(),
  discardedAt: moment('discarded_at').notNull(),
});

/** Of a version joined to its file: whether it is the one that is served, the newest ready one. */
export const isServed = sql`files.retired_at IS NULL AND file_versions.id = (
  SELECT newest.id FROM file_versions AS newest WHERE newest.file_id = files.id AND newest.status = 'ready'
  ORDER BY newest.ready_at DESC, newest.id DESC LIMIT 1)`;
