import type { MailSettings } from '#server/mail-settings';
import type { Transport } from './transport';

/** The way out that the settings name, its library loaded only then; null where there is none. */
export async function openTransport(mail: MailSettings): Promise<Transport | null> {
  switch (mail.kind) {
    case 'none':
      return null;
    case 'resend':
      return (await import('./resend')).resendTransport(mail);
    case 'smtp':
      return (await import('./smtp')).smtpTransport(mail);
    default:
      return mail satisfies never;
  }
}
