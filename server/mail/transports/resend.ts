import { type ErrorResponse, Resend } from 'resend';
import type { MailSettings } from '#server/mail-settings';
import { messageTag } from '../read-resend-event';
import { type Mail, MailNotSent, mailHeaders, sendTimeoutMs, type Transport } from './transport';

type ResendSettings = Extract<MailSettings, { kind: 'resend' }>;

/**
 * Sends through Resend's API, each message under its id as Idempotency-Key: Resend sends one key
 * once within 24 hours (https://resend.com/docs/dashboard/emails/idempotency-keys).
 */
export function resendTransport(
  { apiKey, baseUrl, from }: ResendSettings,
  timeoutMs: number = sendTimeoutMs,
): Transport {
  const resend = new Resend(apiKey, { baseUrl });
  return {
    async send({ id, to, replyTo, subject, html, text }: Mail) {
      const { data, error, headers } = await resend.emails.send(
        {
          ...{ from, to, ...(replyTo && { replyTo }), subject, html, text },
          ...{ headers: mailHeaders, tags: tagsOf(id) },
        },
        { idempotencyKey: id, signal: AbortSignal.timeout(timeoutMs) },
      );
      if (error) throw refusalOf(error, headers?.['retry-after']);
      return { providerId: data.id };
    },
  };
}

/** Comes back with what Resend tells of the message, even before its name there has been noted. */
function tagsOf(id: string) {
  return [{ name: messageTag, value: id }];
}

function refusalOf(error: ErrorResponse, retryAfter: string | undefined): MailNotSent {
  const { statusCode, name, message } = error;
  const retryAfterMs = (Number(retryAfter) || 0) * 1000;
  const fault = (words: string, isPermanent: boolean) =>
    new MailNotSent(words, { isPermanent, retryAfterMs, cause: error });
  if (typeof statusCode !== 'number') return fault('Resend could not be reached in time.', false);
  if (statusCode === 401 || statusCode === 403)
    return fault(`Resend does not accept our key or our sender: ${message}`, false);
  if (statusCode === 409 && name === 'invalid_idempotent_request') return fault(sentBefore, true);
  return fault(`Resend answered ${statusCode}: ${message}`, isAboutTheMessage(statusCode));
}

const sentBefore =
  'Resend has had this message before, with other words, so it has probably left. Resend it from the order if the customer has not got it.';

/** Too slow, too many and "still at work on this key" pass by themselves; so do faults of Resend. */
function isAboutTheMessage(statusCode: number): boolean {
  return statusCode >= 400 && statusCode < 500 && ![408, 409, 425, 429].includes(statusCode);
}
