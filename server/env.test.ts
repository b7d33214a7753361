import { describe, expect, test } from 'vitest';
import { databaseFile, type Env, type EnvSource, readEnv } from './env';

const authSecret = 'a-secret-of-more-than-32-characters';

function settings(source: EnvSource = {}): Env {
  const result = readEnv({ AUTH_SECRET: authSecret, ...source });
  if (!result.ok) throw new Error(result.faults.join(' '));
  return result.env;
}

function faults(source: EnvSource): readonly string[] {
  const result = readEnv({ AUTH_SECRET: authSecret, ...source });
  return result.ok ? [] : result.faults;
}

test('an environment with nothing but the secret gives the defaults', () => {
  expect(settings()).toEqual({
    port: 3000,
    appUrl: 'http://localhost:3000',
    databaseUrl: 'file:./data/counterfoil.db',
    databaseAuthToken: null,
    authSecret,
    owner: null,
    mail: { kind: 'none' },
    mailDelayMs: 30_000,
    resendWebhookSecrets: [],
    cronSecret: null,
    gatewayProxyUrl: null,
    s3: null,
    worker: true,
  });
});

test('an empty or blank setting counts as absent', () => {
  const names = ['PORT', 'APP_URL', 'DATABASE_URL', 'DATABASE_AUTH_TOKEN', 'OWNER_EMAIL'];
  const more = ['OWNER_PASSWORD', 'MAIL_FROM', 'RESEND_API_KEY', 'RESEND_BASE_URL', 'SMTP_URL'];
  const rest = ['CRON_SECRET', 'S3_ENDPOINT', 'S3_BUCKET', 'S3_REGION', 'WORKER'];
  const last = ['RESEND_WEBHOOK_SECRET', 'MAIL_DELAY_SECONDS'];
  for (const blank of ['', '  '])
    expect(
      settings(
        Object.fromEntries([...names, ...more, ...rest, ...last].map((name) => [name, blank])),
      ),
    ).toEqual(settings());
});

test('blanks around a setting do not count', () => {
  expect(settings({ PORT: ' 4130 ', WORKER: 'off ' })).toMatchObject({ port: 4130, worker: false });
});

test('the address of the app follows the port until it is set', () => {
  expect(settings({ PORT: '4130' }).appUrl).toBe('http://localhost:4130');
  expect(settings({ PORT: '80' }).appUrl).toBe('http://localhost');
  expect(settings({ PORT: '4130', APP_URL: 'https://back.shop.example' }).appUrl).toBe(
    'https://back.shop.example',
  );
});

test('the address of the app keeps no trailing slash', () => {
  expect(settings({ APP_URL: 'https://back.shop.example/' }).appUrl).toBe(
    'https://back.shop.example',
  );
});

test.each([
  'file:./data/other.db',
  'file:/var/lib/counterfoil.db',
  'libsql://shop.turso.example',
  'https://db.example',
  'http://127.0.0.1:8080',
  'wss://db.example',
  'ws://127.0.0.1:8080',
])('%s is a database', (databaseUrl) => {
  expect(settings({ DATABASE_URL: databaseUrl }).databaseUrl).toBe(databaseUrl);
});

test('a complete set of settings is read as it stands', () => {
  expect(
    settings({
      DATABASE_AUTH_TOKEN: 'token',
      OWNER_EMAIL: 'owner@shop.example',
      OWNER_PASSWORD: '10 letters',
      MAIL_FROM: 'Shop <orders@shop.example>',
      RESEND_API_KEY: 're_key',
      CRON_SECRET: '16-characters-ok',
      S3_ENDPOINT: 'https://s3.example/',
      S3_BUCKET: 'files',
      S3_REGION: 'auto',
      S3_ACCESS_KEY_ID: 'id',
      S3_SECRET_ACCESS_KEY: 'key',
      WORKER: 'off',
    }),
  ).toMatchObject({
    databaseAuthToken: 'token',
    owner: { email: 'owner@shop.example', password: '10 letters' },
    mail: {
      kind: 'resend',
      from: 'Shop <orders@shop.example>',
      apiKey: 're_key',
      baseUrl: 'https://api.resend.com',
    },
    cronSecret: '16-characters-ok',
    s3: {
      endpoint: 'https://s3.example',
      bucket: 'files',
      region: 'auto',
      accessKeyId: 'id',
      secretAccessKey: 'key',
    },
    worker: false,
  });
});

test('mail goes through SMTP when only SMTP is set', () => {
  const url = 'smtps://user:secret@mail.example:465';
  expect(settings({ SMTP_URL: url, MAIL_FROM: 'orders@shop.example' }).mail).toEqual({
    kind: 'smtp',
    from: 'orders@shop.example',
    url,
  });
});

const remote = { DATABASE_URL: 'libsql://db.example' };
const from = { MAIL_FROM: 'orders@shop.example' };

describe('every fault is one sentence that names the setting', () => {
  test.each<[string, EnvSource, string]>([
    ['a port that is no number', { PORT: 'http' }, 'PORT must be a whole number'],
    ['a fractional port', { PORT: '30.5' }, 'PORT must be a whole number'],
    ['port zero', { PORT: '0' }, 'PORT must be a whole number'],
    ['a port beyond the last', { PORT: '65536' }, 'PORT must be a whole number'],
    ['an address without scheme', { APP_URL: 'shop.example' }, 'APP_URL must be an http or https'],
    ['an ftp address', { APP_URL: 'ftp://shop.example' }, 'APP_URL must be an http or https'],
    ['an address with a path', { APP_URL: 'https://shop.example/back' }, 'APP_URL must be'],
    ['an address with a query', { APP_URL: 'https://shop.example?a' }, 'APP_URL must be'],
    ['an address with a password', { APP_URL: 'https://a:b@shop.example' }, 'APP_URL must be'],
    [
      'a database of another kind',
      { DATABASE_URL: 'postgres://db' },
      'DATABASE_URL must be a file',
    ],
    ['a database without scheme', { DATABASE_URL: './data/a.db' }, 'DATABASE_URL must be a file'],
    ['a scheme in capitals', { DATABASE_URL: 'FILE:./a.db' }, 'DATABASE_URL must be a file'],
    ['a file without a path', { DATABASE_URL: 'file:' }, 'DATABASE_URL must be a file'],
    ['a database in memory', { DATABASE_URL: 'file::memory:' }, 'DATABASE_URL must be a file'],
    ['a remote database without host', { DATABASE_URL: 'libsql://' }, 'DATABASE_URL must be'],
    [
      'no secret beside a file',
      { AUTH_SECRET: '' },
      'AUTH_SECRET is not set: start with npm start',
    ],
    ['no secret beside a server', { ...remote, AUTH_SECRET: '' }, 'AUTH_SECRET must be set to 32'],
    ['a short secret', { AUTH_SECRET: 'x'.repeat(31) }, 'AUTH_SECRET must have at least 32'],
    ['an owner without password', { OWNER_EMAIL: 'a@b.example' }, 'OWNER_PASSWORD must be set too'],
    ['an owner without e-mail', { OWNER_PASSWORD: 'x'.repeat(10) }, 'OWNER_EMAIL must be set too'],
    [
      'an owner with a short password',
      { OWNER_EMAIL: 'a@b.example', OWNER_PASSWORD: 'x'.repeat(9) },
      'OWNER_PASSWORD must have at least 10 characters',
    ],
    [
      'an owner whose e-mail is none',
      { OWNER_EMAIL: 'owner', OWNER_PASSWORD: 'x'.repeat(10) },
      'OWNER_EMAIL must be one e-mail address',
    ],
    ['Resend without sender', { RESEND_API_KEY: 're_key' }, 'MAIL_FROM must be set to the sender'],
    ['SMTP without sender', { SMTP_URL: 'smtp://mail.example' }, 'MAIL_FROM must be set'],
    ['a sender without address', { MAIL_FROM: 'The shop' }, 'MAIL_FROM must be an e-mail address'],
    ['two senders', { MAIL_FROM: 'a@b.example, c@d.example' }, 'MAIL_FROM must be an e-mail'],
    ['SMTP by http', { ...from, SMTP_URL: 'http://mail.example' }, 'SMTP_URL must be an smtp://'],
    ['SMTP without host', { ...from, SMTP_URL: 'smtp://' }, 'SMTP_URL must be an smtp://'],
    [
      'two transports',
      { ...from, SMTP_URL: 'smtp://mail.example', RESEND_API_KEY: 're_key' },
      'RESEND_API_KEY and SMTP_URL are both set',
    ],
    ['a wrong Resend address', { RESEND_BASE_URL: 'resend' }, 'RESEND_BASE_URL must be an http'],
    ['a short cron secret', { CRON_SECRET: 'x'.repeat(15) }, 'CRON_SECRET must have at least 16'],
    ['a worker that is neither', { WORKER: 'yes' }, 'WORKER must be on or off.'],
  ])('%s', (_name, source, sentence) => {
    const found = faults(source);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(sentence);
    expect(found[0]).toMatch(/^[A-Z_0-9]+ .+\.$/);
  });

  test('a half set S3 store has one for each missing setting', () => {
    const found = faults({ S3_ENDPOINT: 'https://s3.example', S3_BUCKET: 'files' });
    expect(found.map((sentence) => sentence.split(' ')[0])).toEqual([
      'S3_REGION',
      'S3_ACCESS_KEY_ID',
      'S3_SECRET_ACCESS_KEY',
    ]);
  });

  test('an S3 store needs an http address', () => {
    const others = { S3_BUCKET: 'b', S3_REGION: 'r', S3_ACCESS_KEY_ID: 'i' };
    expect(faults({ ...others, S3_SECRET_ACCESS_KEY: 'k', S3_ENDPOINT: 's3.example' })).toEqual([
      'S3_ENDPOINT must be an http or https address, such as https://s3.eu-west-1.example.',
    ]);
  });
});

test('a wrong database address is told alone, without asking for a secret too', () => {
  expect(faults({ AUTH_SECRET: '', DATABASE_URL: 'postgres://db.example' })).toHaveLength(1);
});

test('all faults are told at once', () => {
  expect(faults({ PORT: 'x', WORKER: 'x', CRON_SECRET: 'x', AUTH_SECRET: 'x' })).toHaveLength(4);
});

test('no fault repeats what was set', () => {
  const value = 'hunter2-hunter2';
  const names = ['PORT', 'APP_URL', 'DATABASE_URL', 'AUTH_SECRET', 'OWNER_EMAIL', 'MAIL_FROM'];
  const more = ['RESEND_BASE_URL', 'SMTP_URL', 'CRON_SECRET', 'S3_ENDPOINT', 'WORKER'];
  const found = faults(Object.fromEntries([...names, ...more].map((name) => [name, value])));
  expect(found.length).toBeGreaterThan(names.length);
  expect(found.join(' ')).not.toContain(value);
});

test.each([
  ['file:./data/counterfoil.db', './data/counterfoil.db'],
  ['file:/var/lib/a%20b.db', '/var/lib/a b.db'],
  ['file:///var/lib/a.db?mode=ro', '/var/lib/a.db'],
  ['file:a.db', 'a.db'],
  ['libsql://db.example', null],
  ['file:%E0%A4%A', null],
])('the file of %s is %s', (databaseUrl, path) => {
  expect(databaseFile(databaseUrl)).toBe(path);
});

test('the secret of the webhooks may be several with blanks between them', () => {
  const two = 'whsec_c2VjcmV0IG9uZQ==  whsec_c2VjcmV0IHR3bw==';
  const { resendWebhookSecrets } = settings({ RESEND_WEBHOOK_SECRET: two });
  expect(resendWebhookSecrets).toEqual(['whsec_c2VjcmV0IG9uZQ==', 'whsec_c2VjcmV0IHR3bw==']);
});

test.each(['re_123', 'whsec_not-base64!', 'c2VjcmV0IG9uZQ=='])(
  'a webhook secret that proves nothing (%s) stops the start without being told',
  (secret) => {
    const [only, ...more] = faults({ RESEND_WEBHOOK_SECRET: secret });
    expect(only).toContain('RESEND_WEBHOOK_SECRET');
    expect(only).not.toContain(secret);
    expect(more).toEqual([]);
  },
);

test('how long mail waits to be stopped is told in seconds, at most ten minutes', () => {
  expect(settings({ MAIL_DELAY_SECONDS: '0' }).mailDelayMs).toBe(0);
  expect(settings({ MAIL_DELAY_SECONDS: '600' }).mailDelayMs).toBe(600_000);
  for (const wrong of ['601', '-1', '1.5', 'long']) {
    expect(faults({ MAIL_DELAY_SECONDS: wrong })).toEqual([
      'MAIL_DELAY_SECONDS must be a whole number from 0 to 600.',
    ]);
  }
});
