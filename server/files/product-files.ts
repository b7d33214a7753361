import { eq, sql } from 'drizzle-orm';
import type { Db } from '#db/client';
import { products } from '#db/schema/catalog';
import { files, fileVersions, isServed } from '#db/schema/files';

/** A version of a file as the product's page lists it. */
export type FileVersionView = Readonly<{
  id: string;
  label: string;
  size: number;
  sha256: string | null;
  received: number;
  isReady: boolean;
  isServed: boolean;
  sourceModifiedAt: number | null;
  createdBy: string;
  at: number;
}>;

/** `versions` newest first, those still under way before those that are ready. */
export type ProductFile = Readonly<{
  id: string;
  name: string;
  retiredAt: number | null;
  versions: readonly FileVersionView[];
}>;

const versionsMax = 500;

/** The statement for all files of a product with their versions. */
export function productFilesQuery(db: Db, sku: string) {
  return db
    .select({
      fileId: files.id,
      name: files.name,
      retiredAt: files.retiredAt,
      id: fileVersions.id,
      label: fileVersions.label,
      size: fileVersions.size,
      sha256: fileVersions.sha256,
      received: fileVersions.received,
      isServed: sql<number>`${isServed}`,
      sourceModifiedAt: fileVersions.sourceModifiedAt,
      createdBy: fileVersions.createdBy,
      readyAt: fileVersions.readyAt,
      touchedAt: fileVersions.touchedAt,
    })
    .from(files)
    .innerJoin(fileVersions, eq(fileVersions.fileId, files.id))
    .where(sql`${files.productId} = (SELECT id FROM products WHERE ${products.sku} = ${sku})`)
    .orderBy(
      files.name,
      files.id,
      sql`${fileVersions.readyAt} DESC NULLS FIRST`,
      sql`${fileVersions.id} DESC`,
    )
    .limit(versionsMax);
}

type Row = Awaited<ReturnType<typeof productFilesQuery>>[number];

export function toProductFiles(rows: readonly Row[]): readonly ProductFile[] {
  const byFile = Map.groupBy(rows, ({ fileId }) => fileId);
  return [...byFile].flatMap(([id, versions]) => {
    const [first] = versions;
    if (!first) return [];
    const { name, retiredAt } = first;
    return [{ id, name, retiredAt, versions: versions.map(viewVersion) }];
  });
}

function viewVersion(row: Row): FileVersionView {
  const { id, label, size, sha256, received, sourceModifiedAt, createdBy } = row;
  return {
    ...{ id, label, size, sha256, received, sourceModifiedAt, createdBy },
    isReady: row.readyAt !== null,
    isServed: row.isServed === 1,
    at: row.readyAt ?? row.touchedAt,
  };
}
