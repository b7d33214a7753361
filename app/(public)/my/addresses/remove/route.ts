import { TRPCError } from '@trpc/server';
import { publicApi } from '#server/api/caller';
import { readForm } from '#server/api/read-form';
import { refuseCrossSite } from '#server/api/refuse-cross-site';
import { seeOther } from '../../../see-other';

/** *Remove* was pressed twice: on the list, and below the question. */
export async function POST(request: Request): Promise<Response> {
  const refused = refuseCrossSite(request);
  if (refused) return refused;
  const form = await readForm(request);
  const { door } = await publicApi();
  try {
    await door.removeAddress({ key: String(form?.get('address') ?? '').slice(0, 100) });
  } catch (error) {
    if (!(error instanceof TRPCError && error.code === 'UNAUTHORIZED')) throw error;
    return seeOther('/my/sign-in?from=/my/addresses');
  }
  return seeOther('/my/addresses?removed');
}
