import { TRPCError } from '@trpc/server';
import { AppError } from '#server/errors';
import { visitorWords } from './track/visitor-words';

/**
 * For one try too many: programs get the status, people the page at `path` that says how long to
 * wait. Throws every other error.
 */
export async function tooManyTries(error: unknown, path: string): Promise<Response> {
  const cause = error instanceof TRPCError ? error.cause : null;
  if (!(cause instanceof AppError && cause.code === 'too_many_requests')) throw error;
  const seconds = cause.details.retryAfterSeconds ?? 60;
  const page = `${path}?wait=${Math.ceil(seconds / 60)}`;
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
