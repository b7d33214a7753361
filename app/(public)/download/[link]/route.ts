import { processContext } from '#server/context';
import { lengthHeader } from '#server/downloads/keep-lengths';
import { type Served, serveDownload } from '#server/downloads/serve-download';
import { fileStore } from '#server/files/file-store';
import { downloadFault } from '../download-fault';

type Given = Readonly<{ params: Promise<{ link: string }> }>;

export async function GET(request: Request, given: Given): Promise<Response> {
  return serve('GET', request, given);
}

/** Of its own, since Next would answer it by a GET, which begins the download. */
export async function HEAD(request: Request, given: Given): Promise<Response> {
  return serve('HEAD', request, given);
}

async function serve(
  method: 'GET' | 'HEAD',
  { headers }: Request,
  { params }: Given,
): Promise<Response> {
  const { link } = await params;
  const ctx = await processContext();
  const files = await fileStore(ctx.env);
  const served = await serveDownload(ctx, files, {
    ...{ link, method },
    range: headers.get('range'),
    ifRange: headers.get('if-range'),
  });
  return answerOf(link, served);
}

async function answerOf(link: string, served: Served): Promise<Response> {
  switch (served.kind) {
    case 'file': {
      const { status, headers, body } = served;
      const length = { [lengthHeader]: headers['content-length'] };
      return new Response(body, { status, headers: { ...headers, ...length } });
    }
    case 'unsatisfiable':
      return new Response(null, {
        status: 416,
        headers: { 'content-range': `bytes */${served.size}` },
      });
    case 'unknown':
      return downloadFault({ link, status: 404, why: 'unknown' });
    case 'gone':
      return downloadFault({ link, status: 410, why: served.why });
    case 'unavailable':
      return downloadFault({ link, status: 503, why: 'unavailable' });
    default:
      return served satisfies never;
  }
}
