import { TRPCError } from '@trpc/server';
import { ZodError } from 'zod';
import { publicApi } from '#server/api/caller';
import { AppError } from '#server/errors';
import { fieldFaults } from '#server/field-faults';
import { keepTyped, type Typed } from '../typed';
import { visitorWords } from '../visitor-words';

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
    if (!(cause instanceof AppError && cause.code === 'too_many_requests')) throw error;
    return tooMany(cause.details.retryAfterSeconds ?? 60);
  }
}

async function readTyped(request: Request): Promise<Typed> {
  const form = await request.formData().catch(() => null);
  return { number: text(form?.get('number')), email: text(form?.get('email')) };
}

function text(value: FormDataEntryValue | null | undefined): string {
  return typeof value === 'string' ? value : '';
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { Location: location } });
}

/** Programs get the status, people the page. */
async function tooMany(seconds: number): Promise<Response> {
  const page = `/track?wait=${Math.ceil(seconds / 60)}`;
  const { say, pieces, locale, direction } = await visitorWords();
  const link = pieces(
    'wait.link',
    {},
    { again: (words) => `<a href="${page}">${words.join('')}</a>` },
  ).join('');
  const html = `<!doctype html><html lang="${locale}" dir="${direction}"><meta charset="utf-8"><title>${say('wait.title')}</title><p>${link}</p></html>`;
  return new Response(html, {
    status: 429,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Retry-After': String(seconds),
      Refresh: `0; url=${page}`,
    },
  });
}
