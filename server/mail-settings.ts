import { isEmailAddress, parseUrl, type SettingReader } from './env-reader';
import { standardKey } from './signatures/standard-signature';

export type MailSettings =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'resend'; from: string; apiKey: string; baseUrl: string }>
  | Readonly<{ kind: 'smtp'; from: string; url: string }>;

/** How mail leaves, by what is set; the sender must be set with it. */
export function readMail(reader: SettingReader): MailSettings {
  const { value, fault } = reader;
  const apiKey = value('RESEND_API_KEY');
  const smtpUrl = value('SMTP_URL');
  const baseUrl = readResendBaseUrl(reader);
  if (smtpUrl !== null && !parseUrl(smtpUrl, ['smtp:', 'smtps:'])?.hostname)
    fault('SMTP_URL must be an smtp:// or smtps:// address, such as smtps://user:password@host.');
  if (apiKey !== null && smtpUrl !== null)
    fault('RESEND_API_KEY and SMTP_URL are both set: keep the one that is to send the mail.');
  const from = readMailFrom(reader, apiKey !== null || smtpUrl !== null);
  if (apiKey !== null) return { kind: 'resend', from, apiKey, baseUrl };
  if (smtpUrl !== null) return { kind: 'smtp', from, url: smtpUrl };
  return { kind: 'none' };
}

function readResendBaseUrl({ value, fault }: SettingReader): string {
  const text = value('RESEND_BASE_URL') ?? 'https://api.resend.com';
  if (!parseUrl(text, ['http:', 'https:']))
    fault('RESEND_BASE_URL must be an http or https address, such as https://api.resend.com.');
  return text.replace(/\/+$/, '');
}

const mailDelaySecondsMax = 600;

/** In milliseconds. */
export function readMailDelay({ value, fault }: SettingReader): number {
  const text = value('MAIL_DELAY_SECONDS') ?? '30';
  const seconds = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds <= mailDelaySecondsMax))
    fault(`MAIL_DELAY_SECONDS must be a whole number from 0 to ${mailDelaySecondsMax}.`);
  return seconds * 1000;
}

/** As many as are set, so that one can be changed for another without a gap. */
export function readResendWebhookSecrets({ value, fault }: SettingReader): readonly string[] {
  const secrets = value('RESEND_WEBHOOK_SECRET')?.split(/\s+/) ?? [];
  if (!secrets.every((secret) => secret.startsWith('whsec_') && standardKey(secret)))
    fault('RESEND_WEBHOOK_SECRET must be what Resend shows, whsec_ and base64 after it.');
  return secrets;
}

function readMailFrom({ value, fault }: SettingReader, isRequired: boolean): string {
  const text = value('MAIL_FROM');
  const example = 'such as Shop <orders@shop.example>';
  if (text === null && isRequired)
    fault(`MAIL_FROM must be set to the sender of the mail, ${example}.`);
  if (text !== null && !isSender(text))
    fault(`MAIL_FROM must be an e-mail address with or without a name, ${example}.`);
  return text ?? '';
}

function isSender(text: string): boolean {
  const named = /^[^<>\r\n]*<([^<>]+)>$/.exec(text);
  return isEmailAddress(named?.[1] ?? text);
}
