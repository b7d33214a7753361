import { isEmailAddress, parseUrl, type SettingReader } from './env-reader';
import {
  type MailSettings,
  readMail,
  readMailDelay,
  readResendWebhookSecrets,
} from './mail-settings';

type Owner = Readonly<{ email: string; password: string }>;

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

/**
 * Reads every setting from an environment and names all faults at once, one sentence each.
 * A fault never repeats the value of a setting, since any of them may hold a secret.
 */
export function readEnv(source: EnvSource): EnvResult {
  const faults: string[] = [];
  const reader: SettingReader = {
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

function readPort({ value, fault }: SettingReader): number {
  const text = value('PORT') ?? '3000';
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) fault('PORT must be a whole number from 1 to 65535.');
  return port;
}

function readAppUrl({ value, fault }: SettingReader, port: number): string {
  const text = value('APP_URL');
  if (text === null) return `http://localhost${port === 80 ? '' : `:${port}`}`;
  const url = parseUrl(text, ['http:', 'https:']);
  if (url && url.href.replace(/\/$/, '') === url.origin) return url.origin;
  fault('APP_URL must be an http or https address without a path, such as https://shop.example.');
  return '';
}

const databaseProtocols = ['libsql:', 'https:', 'http:', 'wss:', 'ws:'];

function readDatabaseUrl({ value, fault }: SettingReader): string | null {
  const text = value('DATABASE_URL') ?? databaseUrlDefault;
  const isFile = text.startsWith('file:');
  if (isFile ? databaseFile(text) : parseUrl(text, databaseProtocols)) return text;
  fault(
    `DATABASE_URL must be a file, such as ${databaseUrlDefault}, or the libsql:, https:, http:, wss: or ws: address of a libSQL server.`,
  );
  return null;
}

const authSecretLengthMin = 32;

function readAuthSecret({ value, fault }: SettingReader, databaseUrl: string | null): string {
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

function readOwner({ value, fault }: SettingReader): Owner | null {
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

const cronSecretLengthMin = 16;

function readCronSecret({ value, fault }: SettingReader): string | null {
  const secret = value('CRON_SECRET');
  if (secret !== null && secret.length < cronSecretLengthMin)
    fault(`CRON_SECRET must have at least ${cronSecretLengthMin} characters.`);
  return secret;
}

function readGatewayProxyUrl({ value, fault }: SettingReader): string | null {
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

function readS3({ value, fault }: SettingReader): S3Settings | null {
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

function readWorker({ value, fault }: SettingReader): boolean {
  const text = value('WORKER') ?? 'on';
  if (text !== 'on' && text !== 'off') fault('WORKER must be on or off.');
  return text === 'on';
}
