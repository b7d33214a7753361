import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each part may import beside itself; the first name that fits a path is its part. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  'server/domain': [],
  'server/language': ['server/domain'],
  emails: ['server/language', 'server/domain'],
  db: ['server/domain'],
  'server/root': ['server/signatures', 'db', 'server/domain'],
  'server/signatures': [],
  'server/settings': ['server/root', 'db', 'server/domain'],
  'server/rate-limit': ['server/root', 'db', 'server/domain'],
  'server/staff': ['server/settings', 'server/rate-limit', 'server/root', 'db', 'server/domain'],
  'server/door': [
    ...['server/settings', 'server/rate-limit', 'server/mail/outbox'],
    ...['server/root', 'db', 'server/domain'],
  ],
  'server/files': ['server/root', 'db', 'server/domain'],
  'server/catalog': ['server/files', 'server/settings', 'server/root', 'db', 'server/domain'],
  'server/digital': ['server/settings', 'server/root', 'db', 'server/domain'],
  'server/downloads': ['server/files', 'server/root', 'db', 'server/domain'],
  'server/shipping': ['server/settings', 'server/root', 'db', 'server/domain'],
  'server/mail/outbox': ['emails', 'server/language', 'server/root', 'db', 'server/domain'],
  'server/orders': [
    ...['server/catalog', 'server/digital', 'server/shipping', 'server/mail/outbox'],
    'server/downloads',
    ...['server/settings', 'server/root', 'db', 'server/domain'],
  ],
  'server/customers': [
    ...['server/orders', 'server/settings', 'server/door', 'server/root', 'db', 'server/domain'],
  ],
  'server/mail': [
    ...['emails', 'server/orders', 'server/mail/outbox', 'server/digital', 'server/signatures'],
    ...['server/rate-limit', 'server/door'],
    ...['server/settings', 'server/root', 'db', 'server/domain'],
  ],
  'server/payments/gateways': ['server/signatures', 'server/domain'],
  'server/payments': [
    ...['server/payments/gateways', 'server/orders', 'server/settings'],
    ...['server/root', 'db', 'server/domain'],
  ],
  'server/tracking': [
    ...['server/orders', 'server/digital', 'server/mail/outbox', 'server/rate-limit'],
    ...['server/downloads', 'server/language', 'server/door'],
    ...['server/settings', 'server/root', 'db', 'server/domain'],
  ],
  'server/my': [
    ...['server/door', 'server/tracking', 'server/orders', 'server/downloads'],
    ...['server/settings', 'server/root', 'db', 'server/domain'],
  ],
  'server/worker': [
    ...['server/mail', 'server/payments', 'server/orders', 'server/files', 'server/settings'],
    'server/door',
    ...['server/root', 'db', 'server/domain'],
  ],
  'server/sample-data': [
    ...['server/orders', 'server/catalog', 'server/digital', 'server/settings'],
    ...['server/root', 'db', 'server/domain'],
  ],
  'server/self-check': ['db'],
  'server/api': [
    ...['server/payments', 'server/payments/gateways', 'server/orders', 'server/catalog'],
    ...[
      'server/customers',
      'server/digital',
      'server/mail',
      'server/mail/outbox',
      'server/tracking',
      'server/staff',
    ],
    ...['server/settings', 'server/rate-limit', 'server/root', 'server/worker', 'server/domain'],
    ...['server/sample-data', 'server/downloads', 'server/files', 'server/door', 'server/my'],
  ],
};

const outboxFiles = [
  ...['server/mail/outbox', 'server/mail/subject-of'],
  ...['server/mail/leaving-mail', 'server/mail/missed-mail', 'server/mail/why-untrue'],
];

test('imports run one way: app, api, capabilities, db, domain', () => {
  const wrong = sourceFiles('server', 'db', 'emails').flatMap((file) =>
    importsOf(file)
      .filter((target) => !isAllowed(file, target))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('pages and routes never touch the database', () => {
  const wrong = sourceFiles('app').flatMap((file) =>
    importsOf(file)
      .filter((target) => target.startsWith('db/'))
      .map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('what takes callbacks in cannot make sample messages', () => {
  const reached = reachedFrom('app/api/silent-response/[slug]/route.ts');
  expect(reached).toContain('server/signatures/is-signed-by.ts');
  expect(reached.filter((file) => /\/samples\/|\/lab\//.test(file))).toEqual([]);
});

test('the domain imports no package', () => {
  const wrong = sourceFiles('server/domain').flatMap((file) =>
    specifiersOf(file)
      .filter((specifier) => !/^[.#]/.test(specifier))
      .map((specifier) => `${file} imports ${specifier}`),
  );
  expect(wrong).toEqual([]);
});

function isAllowed(file: string, target: string): boolean {
  const [from, to] = [partOf(file), partOf(target)];
  return from === to || (mayImport[from] ?? []).includes(to);
}

function partOf(path: string): string {
  if (outboxFiles.some((outbox) => path.startsWith(outbox))) return 'server/mail/outbox';
  if (/^server\/(run-)?worker/.test(path)) return 'server/worker';
  const parts = Object.keys(mayImport).sort((a, b) => b.length - a.length);
  return parts.find((part) => path.startsWith(`${part}/`)) ?? 'server/root';
}

function importsOf(file: string): readonly string[] {
  return specifiersOf(file).flatMap((specifier) => {
    const target = targetOf(file, specifier);
    return target === null ? [] : [target];
  });
}

/** A file and all that it imports, and so on. */
function reachedFrom(start: string): readonly string[] {
  const reached = new Set([start]);
  for (const file of reached) {
    const files = importsOf(file).flatMap((target) => [`${target}.ts`, `${target}.tsx`]);
    for (const next of files) if (existsSync(join(root, next))) reached.add(next);
  }
  return [...reached];
}

function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return normalize(join(dirname(file), specifier));
  if (specifier.startsWith('#domain/')) return specifier.replace('#domain/', 'server/domain/');
  return specifier.startsWith('#') ? specifier.slice(1) : null;
}

function specifiersOf(file: string): readonly string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/(?:^|[\s;}])(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g);
  return [...found].map(([, specifier]) => specifier ?? '');
}

function sourceFiles(...folders: readonly string[]): readonly string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.test|\.test-data)\.tsx?$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name))),
  );
}
