import type { Order } from '#domain/order';
import type { GrantedFile } from '#server/downloads/granted-files';

/** `text` is null as long as the code is masked. */
export type PageCode = Readonly<{ id: number; text: string | null }>;

export type CodesOfLine = Readonly<{
  lineId: string;
  name: string;
  codes: readonly PageCode[];
  waiting: number;
}>;

export type PageFile = Readonly<{
  id: string;
  name: string;
  version: string;
  /** In bytes. */
  size: number;
  /** How often it can still be downloaded. */
  left: number;
}>;

export type FilesOfLine = Readonly<{
  grantId: string;
  /** Of the product. */
  name: string;
  /** From this moment on nothing more can be downloaded; null where there is no end. */
  expiresAt: number | null;
  isOver: boolean;
  files: readonly PageFile[];
}>;

type Codes = Readonly<{
  order: Order;
  codes: readonly Readonly<PageCode & { lineId: string | null }>[];
}>;

export function codesByLine({ order, codes }: Codes): readonly CodesOfLine[] {
  return order.lines
    .filter(({ kind }) => kind === 'codes')
    .map(({ id, name, codesWaiting }) => ({
      lineId: id,
      name,
      codes: codes.filter(({ lineId }) => lineId === id).map(({ id, text }) => ({ id, text })),
      waiting: codesWaiting,
    }))
    .filter((line) => line.codes.length > 0 || line.waiting > 0);
}

export function filesByGrant({
  order,
  files,
  nowMs,
}: Readonly<{
  order: Order;
  files: readonly GrantedFile[];
  nowMs: number;
}>): readonly FilesOfLine[] {
  return order.grants
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ id: grantId, lineId, expiresAt, downloadsMax }) => ({
      grantId,
      name: order.lines.find(({ id }) => id === lineId)?.name ?? '',
      expiresAt,
      isOver: expiresAt !== null && expiresAt <= nowMs,
      files: files
        .filter((file) => file.grantId === grantId)
        .map(({ fileId: id, name, version, size, spent }) => ({
          ...{ id, name, version, size },
          left: Math.max(0, downloadsMax - spent),
        })),
    }));
}
