import { publicApi } from '#server/api/caller';
import { refuseCrossSite } from '#server/api/refuse-cross-site';
import { processContext } from '#server/context';
import { forgetCustomer } from '#server/door/current-customer';
import { seeOther } from '../../see-other';

export async function POST(request: Request): Promise<Response> {
  const refused = refuseCrossSite(request);
  if (refused) return refused;
  const { door } = await publicApi();
  await door.signOut();
  await forgetCustomer(await processContext());
  return seeOther('/my/sign-in?out');
}
