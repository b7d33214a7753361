import { TRPCError } from '@trpc/server';
import { publicApi } from '#server/api/caller';
import { readForm } from '#server/api/read-form';
import { refuseCrossSite } from '#server/api/refuse-cross-site';
import { seeOther } from '../../../see-other';
import { rememberLook } from '../../shown-looks';

type Given = Readonly<{ params: Promise<{ token: string }> }>;

/** *Show* was pressed. The page is opened anew with the code on it, for this browser only. */
export async function POST(request: Request, { params }: Given): Promise<Response> {
  const refused = refuseCrossSite(request);
  if (refused) return refused;
  const { token } = await params;
  const asked = await readAsked(request);
  const api = await publicApi();
  if (asked !== null) {
    try {
      const look = await api.tracking.showCodes({ token, ...asked });
      await rememberLook(look, token, new URL(request.url).protocol === 'https:');
    } catch (error) {
      // Taken back in the meantime: the page says how things stand.
      if (!(error instanceof TRPCError && error.code === 'NOT_FOUND')) throw error;
    }
  }
  return seeOther(`/track/${encodeURIComponent(token)}#codes`);
}

async function readAsked(request: Request) {
  const form = await readForm(request);
  const [code, line] = [form?.get('code'), form?.get('line')];
  if (typeof line === 'string') return { lineId: line.slice(0, 100) };
  return typeof code === 'string' && /^\d{1,15}$/.test(code) ? { codeId: Number(code) } : null;
}
