import { answerTus } from '#server/api/tus';

type Given = Readonly<{ params: Promise<{ id: string }> }>;

/** Takes the checksum and makes the file the one that is served; may be asked again at any time. */
export function POST(request: Request, { params }: Given): Promise<Response> {
  return answerTus(request, async (api) => {
    const { offset } = await api.files.complete(await params);
    return { status: 204, headers: { 'upload-offset': String(offset) } };
  });
}
