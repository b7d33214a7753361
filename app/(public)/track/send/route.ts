import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { publicApi } from '#server/api/caller';
import { readForm } from '#server/api/read-form';
import { fieldFaults } from '#server/field-faults';
import { seeOther } from '../../see-other';
import { tooManyTries } from '../../too-many-tries';
import { keepTyped, type Typed } from '../typed';

/** The form of /track. What comes back is the same whether there is such an order or not. */
export async function POST(request: Request): Promise<Response> {
  const typed = await readTyped(request);
  const api = await publicApi();
  try {
    await api.tracking.sendLink(typed);
    return seeOther('/track?sent');
  } catch (error) {
    const cause = error instanceof TRPCError ? error.cause : null;
    if (cause instanceof ZodError) {
      await keepTyped(typed);
      return seeOther(`/track?fault=${Object.keys(fieldFaults(cause)).join('.')}`);
    }
    return tooManyTries(error, '/track');
  }
}

async function readTyped(request: Request): Promise<Typed> {
  const form = await readForm(request);
  return { number: text(form?.get('number')), email: text(form?.get('email')) };
}

function text(value: FormDataEntryValue | null | undefined): string {
  return typeof value === 'string' ? value : '';
}
