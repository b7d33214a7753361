import { and, eq, isNull, sql } from 'drizzle-orm';
import { products } from '#db/schema/catalog';
import { files, fileVersions } from '#db/schema/files';
import type { Actor, ProductKind } from '#domain/vocabulary';
import { commit, conflict, type Statement } from '#server/commit';
import type { Context } from '#server/context';
import { invalid, notFound, refused } from '#server/errors';
import { contentTypeOf } from './content-type-of';
import { fileStore } from './file-store';
import { type Upload, type UploadRow, uploadColumns, viewUpload } from './upload';
import type { BeginUpload } from './upload-input';

type Request = BeginUpload & Readonly<{ actor: Actor }>;

type Found = Readonly<{
  product: Readonly<{ id: string; kind: ProductKind }> | undefined;
  fileId: string | undefined;
  versions: readonly UploadRow[];
}>;

/**
 * Begins the upload of a file, or of a new version where the product has a file of this name. The
 * same file begun before is gone on with: its upload is given again. Two round trips. Throws
 * `not_found`, `refused` (another kind of product), `invalid` (the version is there already),
 * `unavailable` (no room) and `conflict`.
 */
export async function beginUpload(ctx: Context, request: Request): Promise<Upload> {
  const found = await readStanding(ctx, request);
  if (!found.product) throw notFound('The product');
  if (found.product.kind !== 'file') throw refused(...wrongKind);
  const begun = found.versions.find((version) => isSameFile(version, request));
  if (begun) return viewUpload(begun);
  const label = request.version ?? nextNumber(found.versions);
  if (found.versions.some((version) => version.label === label)) throw takenLabel(label, found);
  return insertUpload(ctx, { ...request, label, productId: found.product.id, ...found });
}

const wrongKind = [
  'Only a product of the kind download gives files.',
  'Change its kind, or upload the file to another product.',
] as const;

async function readStanding({ db }: Context, { sku, name }: Request): Promise<Found> {
  const isFile = and(
    sql`${files.productId} = (SELECT id FROM products WHERE sku = ${sku})`,
    eq(files.name, name),
    isNull(files.retiredAt),
  );
  const [[product], [file], versions] = await db.batch([
    db.select({ id: products.id, kind: products.kind }).from(products).where(eq(products.sku, sku)),
    db.select({ id: files.id }).from(files).where(isFile),
    db
      .select(uploadColumns)
      .from(fileVersions)
      .innerJoin(files, eq(files.id, fileVersions.fileId))
      .where(isFile),
  ]);
  return { product, fileId: file?.id, versions };
}

function isSameFile(row: UploadRow, { version, size, modifiedAt }: Request): boolean {
  const isLabel = version === null || row.label === version;
  const isSource = row.sourceModifiedAt === (modifiedAt ?? null);
  return row.status === 'uploading' && isLabel && row.size === size && isSource;
}

function nextNumber(versions: readonly UploadRow[]): string {
  const labels = new Set(versions.map(({ label }) => label));
  let number = labels.size + 1;
  while (labels.has(String(number))) number += 1;
  return String(number);
}

function takenLabel(label: string, { versions }: Found) {
  const isReady = versions.some((row) => row.label === label && row.status === 'ready');
  return invalid({
    version: isReady
      ? `There is a version ${label} already: name this one otherwise.`
      : `The upload of a version ${label} is not finished, and was begun with another file: go on with it, cancel it, or name this one otherwise.`,
  });
}

type Given = Request & Readonly<{ label: string; productId: string; fileId: string | undefined }>;

/** The store makes room first: a row is never without its place, and a place without row is nothing. */
async function insertUpload(ctx: Context, given: Given): Promise<Upload> {
  const store = await fileStore(ctx.env);
  const [key, at] = [ctx.newToken(), ctx.now()];
  const parts = await store.begin(key, given.size);
  const fileId = given.fileId ?? ctx.newId();
  const row = {
    ...{ id: ctx.newId(), fileId, label: given.label, size: given.size, storeKey: key, parts },
    ...{ contentType: contentTypeOf(given.name), sourceModifiedAt: given.modifiedAt ?? null },
    ...{ createdAt: at, createdBy: given.actor.name, touchedAt: at, status: 'uploading' as const },
  };
  const results = await commit(ctx.db, [
    ...(given.fileId ? [] : [newFile(ctx, { ...given, fileId, at })]),
    ...stillOpen(ctx, given, fileId),
    ctx.db.insert(fileVersions).values(row),
  ]);
  if (results) return { id: row.id, offset: 0, size: row.size, label: row.label, isReady: false };
  await store.abort({ key, size: given.size, received: 0, parts });
  throw conflict();
}

function newFile({ db }: Context, given: Given & Readonly<{ fileId: string; at: number }>) {
  const { fileId: id, productId, name, at } = given;
  return db.insert(files).values({ id, productId, name, createdAt: at });
}

/** The kind was read, and the file was not retired: neither may have changed since. */
function stillOpen({ db }: Context, { productId }: Given, fileId: string): readonly Statement[] {
  return [
    db.run(
      sql`INSERT INTO expectations (found, expected) SELECT kind, 'file' FROM products WHERE id = ${productId}`,
    ),
    db.run(
      sql`INSERT INTO expectations (found, expected) SELECT retired_at, NULL FROM files WHERE id = ${fileId}`,
    ),
  ];
}
