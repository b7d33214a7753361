import { standardKey } from './signatures/standard-signature';

type Owner = Readonly<{ email: string; password: string }>;

export type MailSettings =
  | Readonly<{ kind: 'none' }>
  | Readonly<{ kind: 'resend'; from: string; apiKey: string; baseUrl: string }>
  | Readonly<{ kind: 'smtp'; from: string; url: string }>;

export type S3Settings = Readonly<{
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}>;

export type Env = Readonly<{
  port: number;
  /** Scheme, host and port; no path and no trailing slash. */
  appUrl: string;
  databaseUrl: string;
  databaseAuthToken: string | null;
  authSecret: string;
  owner: Owner | null;
  mail: MailSettings;
  /** How long a message waits that a person caused by hand, so that it can be stopped. */
  mailDelayMs: number;
  /** Any of them proves a webhook of Resend; none where its webhooks are not used. */
  resendWebhookSecrets: readonly string[];
  cronSecret: string | null;
  /** Through which all questions to gateways go; null where they are asked directly. */
  gatewayProxyUrl: string | null;
  s3: S3Settings | null;
  /** Whether this process runs the outbox loop itself. */
  worker: boolean;
}>;

export type EnvSource = Readonly<Record<string, string | undefined>>;

export type EnvResult =
  | Readonly<{ ok: true; env: Env }>
  | Readonly<{ ok: false; faults: readonly string[] }>;

export const databaseUrlDefault = 'file:./data/counterfoil.db';

type Reader = Readonly<{
  /** The setting without the blanks around it; null when nothing is left. */
  value: (name: string) => string | null;
  fault: (sentence: string) => void;
}>;

/**
 * Reads every setting from an environment and names all faults at once, one sentence each.
 * A fault never repeats the value of a setting, since any of them may hold a secret.
 */
export function readEnv(source: EnvSource): EnvResult {
  const faults: string[] = [];
  const reader: Reader = {
    value: (name) => source[name]?.trim() || null,
    fault: (sentence) => faults.push(sentence),
  };
  const port = readPort(reader);
  const databaseUrl = readDatabaseUrl(reader);
  const env: Env = {
    port,
    appUrl: readAppUrl(reader, port),
    databaseUrl: databaseUrl ?? '',
    databaseAuthToken: reader.value('DATABASE_AUTH_TOKEN'),
    authSecret: readAuthSecret(reader, databaseUrl),
    owner: readOwner(reader),
    mail: readMail(reader),
    mailDelayMs: readMailDelay(reader),
    resendWebhookSecrets: readResendWebhookSecrets(reader),
    cronSecret: readCronSecret(reader),
    gatewayProxyUrl: readGatewayProxyUrl(reader),
    s3: readS3(reader),
    worker: readWorker(reader),
  };
  return faults.length === 0 ? { ok: true, env } : { ok: false, faults };
}

/** The path of the file behind a `file:` address, as libSQL reads it; null for any other address. */
export function databaseFile(databaseUrl: string): string | null {
  const match = /^file:(?:\/\/[^/?#]*)?([^?#]*)/.exec(databaseUrl);
  const path = match?.[1] ?? '';
  return path === '' || path === ':memory:' ? null : decodePath(path);
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function readPort({ value, fault }: Reader): number {
  const text = value('PORT') ?? '3000';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) fault('PORT must be a whole number from 1 to 65535.');
  return port;
}

function readAppUrl({ value, fault }: Reader, port: number): string {
  const text = value('APP_URL');
  if (text === null) return `http://localhost${port === 80 ? '' : `:${port}`}`;
  const url = parseUrl(text, ['http:', 'https:']);
  if (url && url.href.replace(/\/$/, '') === url.origin) return url.origin;
  fault('APP_URL must be an http or https address without a path, such as https://shop.example.');
  return '';
}

const databaseProtocols = ['libsql:', 'https:', 'http:', 'wss:', 'ws:'];

function readDatabaseUrl({ value, fault }: Reader): string | null {
  const text = value('DATABASE_URL') ?? databaseUrlDefault;
  const isFile = text.startsWith('file:');
  if (isFile ? databaseFile(text) : parseUrl(text, databaseProtocols)) return text;
  fault(
    `DATABASE_URL must be a file, such as ${databaseUrlDefault}, or the libsql:, https:, http:, wss: or ws: address of a libSQL server.`,
  );
  return null;
}

const authSecretLengthMin = 32;

function readAuthSecret({ value, fault }: Reader, databaseUrl: string | null): string {
  const secret = value('AUTH_SECRET');
  if (secret === null && databaseUrl === null) return '';
  if (secret === null && databaseFile(databaseUrl ?? '') !== null)
    fault(
      `AUTH_SECRET is not set: start with npm start, which makes one and keeps it beside the database file, or set ${authSecretLengthMin} or more random characters.`,
    );
  else if (secret === null)
    fault(
      `AUTH_SECRET must be set to ${authSecretLengthMin} or more random characters, because the database is not a local file.`,
    );
  else if (secret.length < authSecretLengthMin)
    fault(`AUTH_SECRET must have at least ${authSecretLengthMin} characters.`);
  return secret ?? '';
}

const ownerPasswordLengthMin = 10;

function readOwner({ value, fault }: Reader): Owner | null {
  const email = value('OWNER_EMAIL');
  const password = value('OWNER_PASSWORD');
  if (email === null && password === null) return null;
  if (password === null) fault('OWNER_PASSWORD must be set too when OWNER_EMAIL is set.');
  else if (password.length < ownerPasswordLengthMin)
    fault(`OWNER_PASSWORD must have at least ${ownerPasswordLengthMin} characters.`);
  if (email === null) fault('OWNER_EMAIL must be set too when OWNER_PASSWORD is set.');
  else if (!isEmailAddress(email))
    fault('OWNER_EMAIL must be one e-mail address, such as owner@shop.example.');
  return { email: email ?? '', password: password ?? '' };
}

function readMail(reader: Reader): MailSettings {
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

function readResendBaseUrl({ value, fault }: Reader): string {
  const text = value('RESEND_BASE_URL') ?? 'https://api.resend.com';
  if (!parseUrl(text, ['http:', 'https:']))
    fault('RESEND_BASE_URL must be an http or https address, such as https://api.resend.com.');
  return text.replace(/\/+$/, '');
}

const mailDelaySecondsMax = 600;

function readMailDelay({ value, fault }: Reader): number {
  const text = value('MAIL_DELAY_SECONDS') ?? '30';
  const seconds = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (!(seconds <= mailDelaySecondsMax))
    fault(`MAIL_DELAY_SECONDS must be a whole number from 0 to ${mailDelaySecondsMax}.`);
  return seconds * 1000;
}

function readResendWebhookSecrets({ value, fault }: Reader): readonly string[] {
  const secrets = value('RESEND_WEBHOOK_SECRET')?.split(/\s+/) ?? [];
  if (!secrets.every((secret) => secret.startsWith('whsec_') && standardKey(secret)))
    fault('RESEND_WEBHOOK_SECRET must be what Resend shows, whsec_ and base64 after it.');
  return secrets;
}

function readMailFrom({ value, fault }: Reader, isRequired: boolean): string {
  const text = value('MAIL_FROM');
  const example = 'such as Shop <orders@shop.example>';
  if (text === null && isRequired)
    fault(`MAIL_FROM must be set to the sender of the mail, ${example}.`);
  if (text !== null && !isSender(text))
    fault(`MAIL_FROM must be an e-mail address with or without a name, ${example}.`);
  return text ?? '';
}

const cronSecretLengthMin = 16;

function readCronSecret({ value, fault }: Reader): string | null {
  const secret = value('CRON_SECRET');
  if (secret !== null && secret.length < cronSecretLengthMin)
    fault(`CRON_SECRET must have at least ${cronSecretLengthMin} characters.`);
  return secret;
}

function readGatewayProxyUrl({ value, fault }: Reader): string | null {
  const text = value('GATEWAY_PROXY_URL');
  if (text !== null && !parseUrl(text, ['http:', 'https:']))
    fault('GATEWAY_PROXY_URL must be an http or https address, such as http://127.0.0.1:8080.');
  return text?.replace(/\/+$/, '') ?? null;
}

const s3Names = [
  'S3_ENDPOINT',
  'S3_BUCKET',
  'S3_REGION',
  'S3_ACCESS_KEY_ID',
  'S3_SECRET_ACCESS_KEY',
] as const;

function readS3({ value, fault }: Reader): S3Settings | null {
  const missing = s3Names.filter((name) => value(name) === null);
  if (missing.length === s3Names.length) return null;
  for (const name of missing)
    fault(`${name} must be set too: the S3 settings are either all set or all absent.`);
  const endpoint = value('S3_ENDPOINT');
  if (endpoint !== null && !parseUrl(endpoint, ['http:', 'https:']))
    fault('S3_ENDPOINT must be an http or https address, such as https://s3.eu-west-1.example.');
  return {
    endpoint: endpoint?.replace(/\/+$/, '') ?? '',
    bucket: value('S3_BUCKET') ?? '',
    region: value('S3_REGION') ?? '',
    accessKeyId: value('S3_ACCESS_KEY_ID') ?? '',
    secretAccessKey: value('S3_SECRET_ACCESS_KEY') ?? '',
  };
}

function readWorker({ value, fault }: Reader): boolean {
  const text = value('WORKER') ?? 'on';
  if (text !== 'on' && text !== 'off') fault('WORKER must be on or off.');
  return text === 'on';
}

function parseUrl(text: string, protocols: readonly string[]): URL | null {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url && protocols.includes(url.protocol) && url.host !== '' ? url : null;
}

function isSender(text: string): boolean {
  const named = /^[^<>\r\n]*<([^<>]+)>$/.exec(text);
  return isEmailAddress(named?.[1] ?? text);
}

function isEmailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/.test(text);
}
