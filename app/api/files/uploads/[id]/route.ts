import { problem } from '#server/api/rest/problem';
import { answerTus, numberIn, tusOptions } from '#server/api/tus';
import { fileBytesMax } from '#server/files/upload-input';

type Given = Readonly<{ params: Promise<{ id: string }> }>;

export const OPTIONS = () => tusOptions(fileBytesMax);

/** How far an upload is. */
export function HEAD(request: Request, { params }: Given): Promise<Response> {
  return answerTus(request, async (api) => {
    const { offset, size } = await api.files.upload(await params);
    const headers = { 'upload-offset': String(offset), 'upload-length': String(size) };
    return { status: 200, headers };
  });
}

/** Adds the bytes of the body at exactly the place where the upload stands. */
export function PATCH(request: Request, { params }: Given): Promise<Response> {
  return answerTus(request, async (api) => {
    if (request.headers.get('content-type') !== 'application/offset+octet-stream') {
      return problem('unsupported_type', 'Send the bytes as application/offset+octet-stream.');
    }
    const { id } = await params;
    const bytes = request.body ?? new Blob([]).stream();
    const asked = numberIn(request, 'upload-offset');
    const length = request.headers.has('content-length')
      ? numberIn(request, 'content-length')
      : null;
    const { isTaken, offset } = await api.files.append({ id, offset: asked, bytes, length });
    const headers = { 'upload-offset': String(offset) };
    if (isTaken) return { status: 204, headers };
    const detail =
      offset === asked
        ? 'The upload is being written at the moment: try again.'
        : `The upload stands at ${offset}.`;
    return problem('conflict', detail, { headers: { ...headers, 'retry-after': '2' } });
  });
}

/** Removes an unfinished upload and what came of it. */
export function DELETE(request: Request, { params }: Given): Promise<Response> {
  return answerTus(request, async (api) => {
    await api.files.cancel(await params);
    return { status: 204 };
  });
}
