import type { Context } from '#server/context';
import { refused } from '#server/errors';

/** Throws `refused` where neither Resend nor SMTP is configured. */
export function requireTransport({ env }: Context): void {
  if (env.mail.kind !== 'none') return;
  throw refused(
    'Mail is not set up.',
    'Set RESEND_API_KEY or SMTP_URL, and MAIL_FROM, and start Counterfoil again.',
  );
}
