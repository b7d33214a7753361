import { randomBytes } from 'node:crypto';
import { downloads } from '#db/schema/downloads';
import { files, fileVersions } from '#db/schema/files';
import type { Order } from '#domain/order';
import type { FileStore } from '#server/files/file-store';
import { mailShop, pay, place } from '#server/mail/mail-shop.test-data';
import type { TestContext } from '#server/staff/fresh-context';
import { clickDownload } from './click-download';

/** What a store holds, by key; one that is `broken` fails after so many bytes. */
export type Shelf = { bytes: Map<string, Uint8Array<ArrayBuffer>>; brokenAfter: number | null };

/** For tests: a shop whose guide has one file, and a paid order for it. */
export async function downloadShop(size = 100_000) {
  const ctx = await mailShop();
  const shelf: Shelf = { bytes: new Map(), brokenAfter: null };
  await ctx.db.insert(files).values(guide(ctx));
  const bytes = await putVersion(ctx, shelf, { id: 'v1', size });
  const order = await pay(ctx, await place(ctx, ['GUIDE']));
  return { ctx, order, shelf, store: storeOf(shelf), bytes };
}

function guide(ctx: TestContext) {
  return { id: 'guide', productId: 'GUIDE', name: 'guide.pdf', createdAt: ctx.now() };
}

type NewVersion = Readonly<{ id: string; size: number; status?: 'ready' | 'uploading' }>;

export async function putVersion(
  ctx: TestContext,
  shelf: Shelf,
  { id, size, status = 'ready' }: NewVersion,
) {
  const bytes = new Uint8Array(randomBytes(size));
  shelf.bytes.set(id, bytes);
  const at = ctx.now();
  await ctx.db.insert(fileVersions).values({
    ...{ id, fileId: 'guide', label: id, size, sha256: `sum-of-${id}`, storeKey: id },
    ...{ contentType: 'application/pdf', status, received: size, createdBy: 'Ada' },
    ...{ createdAt: at, touchedAt: at, readyAt: status === 'ready' ? at : null },
  });
  return bytes;
}

function storeOf(shelf: Shelf): Pick<FileStore, 'open'> {
  return {
    open: async (key, { start, end }) => {
      const found = shelf.bytes.get(key);
      if (!found) throw new Error(`There is no ${key}.`);
      return pieces(found.slice(start, end), shelf.brokenAfter);
    },
  };
}

const pieceBytes = 10_000;

function pieces(
  bytes: Uint8Array<ArrayBuffer>,
  brokenAfter: number | null,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (brokenAfter !== null && at >= brokenAfter) throw new Error('The store broke.');
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.slice(at, at + pieceBytes));
      at += pieceBytes;
    },
  });
}

let presses = 0;

/** Presses *Download*, each time on a new view of the page unless `clickKey` says otherwise. */
export function press(ctx: TestContext, order: Order, clickKey = `view-${++presses}`) {
  return clickDownload(ctx, {
    token: order.token,
    grantId: order.grants.at(-1)?.id ?? '',
    fileId: 'guide',
    clickKey,
    address: '203.0.113.7',
    userAgent: 'Firefox',
  });
}

export async function pressed(ctx: TestContext, order: Order): Promise<string> {
  const link = await press(ctx, order);
  if (link === null) throw new Error('Nothing was left.');
  return link;
}

export const rowsOf = ({ db }: TestContext) =>
  db.select().from(downloads).orderBy(downloads.clickedAt, downloads.id);
