import { publicApi } from '#server/api/caller';
import { readForm } from '#server/api/read-form';
import { refuseCrossSite } from '#server/api/refuse-cross-site';
import { processContext } from '#server/context';
import { rememberCustomer } from '#server/door/current-customer';
import { seeOther } from '../../../../see-other';
import { tooManyTries } from '../../../../too-many-tries';
import { forgetWay, wayOn } from '../../../_parts/kept-at-door';

type Given = Readonly<{ params: Promise<{ token: string }> }>;

/** The button behind a link was pressed: it is used, and this browser is signed in. */
export async function POST(request: Request, { params }: Given): Promise<Response> {
  const refused = refuseCrossSite(request);
  if (refused) return refused;
  const { token } = await params;
  const form = await readForm(request);
  const clickKey = String(form?.get('key') ?? '').slice(0, 100);
  const { door } = await publicApi();
  try {
    const opened = await door.openLink({ token: token.slice(0, 100), clickKey });
    if (!opened.ok) return seeOther(pageOf(token));
    await rememberCustomer(await processContext(), opened.secret);
  } catch (error) {
    return tooManyTries(error, pageOf(token));
  }
  const way = await wayOn();
  await forgetWay();
  return seeOther(way);
}

/** Nothing is used up by opening an address: programs that read mail do that too. */
export async function GET(_request: Request, { params }: Given): Promise<Response> {
  return seeOther(pageOf((await params).token));
}

/** The page says how the link stands now. */
function pageOf(token: string): string {
  return `/my/sign-in/${encodeURIComponent(token)}`;
}
