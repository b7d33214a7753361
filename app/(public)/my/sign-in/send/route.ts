import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { publicApi } from '#server/api/caller';
import { readForm } from '#server/api/read-form';
import { refuseCrossSite } from '#server/api/refuse-cross-site';
import { seeOther } from '../../../see-other';
import { tooManyTries } from '../../../too-many-tries';
import { keepEmail, keepWay } from '../../_parts/kept-at-door';

/** The form of /my/sign-in. What comes back is the same whether somebody is a customer or not. */
export async function POST(request: Request): Promise<Response> {
  const refused = refuseCrossSite(request);
  if (refused) return refused;
  const form = await readForm(request);
  const text = (name: string) => String(form?.get(name) ?? '').slice(0, 2000);
  const from = text('from');
  const { door } = await publicApi();
  try {
    await door.askForLink({ email: text('email') });
    await keepWay(from);
    return seeOther('/my/sign-in?sent');
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : null;
    if (cause instanceof ZodError) {
      await keepEmail(text('email'));
      return seeOther(`/my/sign-in?fault&from=${encodeURIComponent(from)}`);
    }
    return tooManyTries(error, '/my/sign-in');
  }
}
