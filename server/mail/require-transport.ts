import { refuse } from '#domain/refusal';
import type { Context } from '#server/context';
import { AppError } from '#server/errors';

const noTransport = refuse(
  'Mail is not set up.',
  'Set RESEND_API_KEY or SMTP_URL, and MAIL_FROM, and start Counterfoil again.',
);

/** Throws `refused` where neither Resend nor SMTP is configured. */
export function requireTransport({ env }: Context): void {
  if (env.mail.kind !== 'none') return;
  throw new AppError('refused', `${noTransport.reason} ${noTransport.remedy}`, noTransport);
}
