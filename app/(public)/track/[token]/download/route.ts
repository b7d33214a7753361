import { publicApi } from '#server/api/caller';
import { readForm } from '#server/api/read-form';
import { refuseCrossSite } from '#server/api/refuse-cross-site';
import { rememberWayBack } from '../../../download/way-back';
import { seeOther } from '../../../see-other';

type Given = Readonly<{ params: Promise<{ token: string }> }>;

/** *Download* was pressed: it is spent, and the browser goes on to the file. */
export async function POST(request: Request, { params }: Given): Promise<Response> {
  const refused = refuseCrossSite(request);
  if (refused) return refused;
  const { token } = await params;
  const form = await readForm(request);
  const text = (name: string) => String(form?.get(name) ?? '').slice(0, 100);
  const api = await publicApi();
  const link = await api.tracking.download({
    ...{ token: token.slice(0, 100), grantId: text('grant'), fileId: text('file') },
    clickKey: text('key'),
  });
  if (link === null) return backTo(token);
  await rememberWayBack(link, token, new URL(request.url).protocol === 'https:');
  return seeOther(`/download/${link}`);
}

/** Nothing is spent by opening an address: programs that read mail do that too. */
export async function GET(_request: Request, { params }: Given): Promise<Response> {
  return backTo((await params).token);
}

/** The page says how things stand now. */
function backTo(token: string): Response {
  return seeOther(`/track/${encodeURIComponent(token)}#files`);
}
