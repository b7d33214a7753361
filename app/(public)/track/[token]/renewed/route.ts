import { publicApi } from '#server/api/caller';
import { refuseCrossSite } from '#server/api/refuse-cross-site';
import { seeOther } from '../../../see-other';
import { tooManyTries } from '../../../too-many-tries';

type Given = Readonly<{ params: Promise<{ token: string }> }>;

/** *Send me the new link* was pressed by somebody who holds an old one. */
export async function POST(request: Request, { params }: Given): Promise<Response> {
  const refused = refuseCrossSite(request);
  if (refused) return refused;
  const { token } = await params;
  const api = await publicApi();
  try {
    await api.tracking.sendRenewedLink({ token: token.slice(0, tokenLengthMax) });
  } catch (error) {
    return tooManyTries(error, '/track');
  }
  return seeOther('/track?sent=new');
}

const tokenLengthMax = 100;
