import { createTransport, type NodemailerError } from 'nodemailer';
import type { MailSettings } from '#server/mail-settings';
import { refusalWords } from './refusal-words';
import { type Mail, MailNotSent, mailHeaders, sendTimeoutMs, type Transport } from './transport';

type SmtpSettings = Extract<MailSettings, { kind: 'smtp' }>;

/**
 * Sends through an SMTP server, one connection per message. SMTP knows no idempotency key; the
 * Message-ID is made from the message's id, so that a receiver can drop a repeat.
 */
export function smtpTransport(
  { url, from }: SmtpSettings,
  timeoutMs: number = sendTimeoutMs,
): Transport {
  const smtp = createTransport({
    url,
    dnsTimeout: timeoutMs,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, ...mail }: Mail) {
      const messageId = messageIdOf(id, from);
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const message = { from, ...mail, messageId, headers: mailHeaders, signal };
        await smtp.sendMail(message);
        return { providerId: messageId };
      } catch (error) {
        throw refusalOf(error, url);
      }
    },
  };
}

function messageIdOf(id: string, from: string): string {
  const domain = /@([^\s@>]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return `<${id}@${domain}>`;
}

function refusalOf(error: unknown, url: string): MailNotSent {
  const { code, message, command, responseCode = 0, response } = asMailError(error);
  const fault = (words: string, isPermanent: boolean, refusal: string | null = null) =>
    new MailNotSent(withoutPassword(words, url), { isPermanent, refusal, cause: error });
  if (code === 'EAUTH' || code === 'ENOAUTH')
    return fault('The mail server does not accept the user name and password of SMTP_URL.', false);
  if (responseCode > 0) {
    const answer = response ?? message;
    const isToRecipient = command === 'RCPT TO';
    return isFinal(responseCode, command)
      ? fault(
          `The mail server answered: ${answer}`,
          true,
          refusalWords({ code: responseCode, answer, isToRecipient }),
        )
      : fault(`The mail server answered: ${answer}`, false);
  }
  if (code === 'EENVELOPE') return fault(`This message cannot be addressed: ${message}`, true);
  if (code === 'EABORT') return fault('The mail server did not answer in time.', false);
  return fault(`The mail server could not be reached: ${message}`, false);
}

/** RFC 5321 §4.2.1: 5yz is final. Said of the connection, or "530 sign in first", it is about us. */
function isFinal(responseCode: number, command: string | undefined): boolean {
  const isAboutTheMessage = ['MAIL FROM', 'RCPT TO', 'DATA'].includes(command ?? '');
  return responseCode >= 500 && responseCode !== 530 && isAboutTheMessage;
}

/** nodemailer throws errors with these fields, of which all but the message may be absent. */
function asMailError(error: unknown): Partial<NodemailerError> & Readonly<{ message: string }> {
  return error instanceof Error ? error : { message: String(error) };
}

function withoutPassword(words: string, url: string): string {
  const { password } = new URL(url);
  return password === '' ? words : words.replaceAll(decodeURIComponent(password), '••••');
}
