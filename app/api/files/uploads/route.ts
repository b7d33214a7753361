import { answerTus, numberIn, readTusMetadata, tusOptions } from '#server/api/tus';
import { fileBytesMax } from '#server/files/upload-input';

export const OPTIONS = () => tusOptions(fileBytesMax);

/** Begins an upload, or finds the one that was begun with the same file before. */
export function POST(request: Request): Promise<Response> {
  return answerTus(request, async (api) => {
    const meta = readTusMetadata(request.headers.get('upload-metadata'));
    const { id, offset } = await api.files.begin({
      sku: meta.sku ?? '',
      name: meta.filename ?? '',
      size: numberIn(request, 'upload-length'),
      ...(meta.version !== undefined && { version: meta.version }),
      ...(meta.modified !== undefined && { modifiedAt: Number(meta.modified) }),
    });
    const headers = { location: `/api/files/uploads/${id}`, 'upload-offset': String(offset) };
    return { status: 201, headers };
  });
}
