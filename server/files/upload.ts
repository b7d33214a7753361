import { fileVersions } from '#db/schema/files';

/** How an upload stands: everything before `offset` is safe in the store. */
export type Upload = Readonly<{
  id: string;
  label: string;
  size: number;
  offset: number;
  isReady: boolean;
}>;

export const uploadColumns = {
  id: fileVersions.id,
  fileId: fileVersions.fileId,
  label: fileVersions.label,
  size: fileVersions.size,
  status: fileVersions.status,
  storeKey: fileVersions.storeKey,
  received: fileVersions.received,
  parts: fileVersions.parts,
  sourceModifiedAt: fileVersions.sourceModifiedAt,
} as const;

export type UploadRow = Pick<typeof fileVersions.$inferSelect, keyof typeof uploadColumns>;

export function viewUpload({ id, label, size, received, status }: UploadRow): Upload {
  return { id, label, size, offset: received, isReady: status === 'ready' };
}

/** As the store knows it. */
export function storedUpload({ storeKey: key, size, received, parts }: UploadRow) {
  return { key, size, received, parts };
}
