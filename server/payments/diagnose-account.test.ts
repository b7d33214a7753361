import { expect, test } from 'vitest';
import type { CallbackVerdict } from '#domain/vocabulary';
import { timestampFault } from '#server/signatures/timestamp-fault';
import type { RecentCallback } from './account-health';
import { type DiagnosedAccount, diagnoseAccount } from './diagnose-account';

const account: DiagnosedAccount = {
  enabled: true,
  live: true,
  tellsLive: true,
  areSecretsReadable: true,
  weakness: null,
  changedAt: 1000,
  recent: [],
  secretName: 'signing secret',
};

const misfit = 'The signature does not fit.';

function callback(verdict: CallbackVerdict, more: Partial<RecentCallback> = {}): RecentCallback {
  return { id: 'c1', verdict, at: 2000, reason: misfit, test: null, ...more };
}

function diagnose(change: Partial<DiagnosedAccount>, ...recent: readonly RecentCallback[]) {
  return diagnoseAccount({ ...account, ...change, recent });
}

test('an account whose last message was proved has nothing wrong with it', () => {
  expect(diagnose({}, callback('applied'), callback('bad_signature'))).toMatchObject({
    ...{ tone: 'good', title: 'Messages come in and are proved', remedy: null, mark: null },
  });
  expect(diagnose({ live: false }, callback('applied', { test: true }))).toMatchObject({
    tone: 'good',
    remedy: 'Set it to live before customers pay.',
  });
});

test('a live account that strangers could misuse says so once nothing worse is wrong', () => {
  const weakness = { what: 'Everybody knows the key.', remedy: 'Replace it.' };
  const said = { tone: 'warn', words: weakness.what, remedy: weakness.remedy };
  expect(diagnose({ weakness })).toMatchObject(said);
  expect(diagnose({ weakness }, callback('applied'))).toMatchObject(said);
  expect(diagnose({ weakness, live: false }, callback('applied')).tone).toBe('good');
  expect(diagnose({ weakness }, callback('bad_signature')).mark).toBe('Signatures do not fit');
});

test('where nothing has ever come in, it asks for the address', () => {
  expect(diagnose({})).toMatchObject({
    title: 'Nothing has come in yet',
    words: 'Has the address been given to the gateway?',
  });
});

test('signatures that do not fit are counted, and the secret is asked about by its name', () => {
  const bad = callback('bad_signature');
  expect(diagnose({}, bad, bad, bad)).toMatchObject({
    tone: 'bad',
    title: 'The last three messages had a signature that does not fit',
    words: 'Is the signing secret the one of this very endpoint?',
    remedy: 'Paste the signing secret again, then verify the messages in the inbox again.',
    callbackId: 'c1',
  });
  expect(diagnose({}, bad, callback('malformed')).title).toBe(
    'The last message had a signature that does not fit',
  );
});

test('where others fitted before, somebody else may have sent it', () => {
  const { words } = diagnose({}, callback('bad_signature'), callback('applied'));
  expect(words).toContain('was the signing secret changed at the gateway?');
  expect(words).toContain('somebody else may have sent this');
});

test('a signature of another time is no question of the secret', () => {
  for (const seconds of [0, 9999]) {
    const reason = timestampFault(seconds, 5_000_000) ?? '';
    const { words, remedy } = diagnose({}, callback('bad_signature', { reason }));
    expect(words).toBe(reason);
    expect(remedy).toContain('clock');
  }
});

test('once the account was changed, it waits for a message that shows whether that helped', () => {
  const bad = callback('bad_signature');
  const { tone, words, remedy } = diagnose({ changedAt: 3000 }, bad);
  expect(tone).toBe('warn');
  expect(words).toContain('was changed since');
  expect(remedy).toBe('Verify the message again in the inbox, or have the gateway send another.');
});

test.each([
  ['not_configured', 'The account is not ready to take messages'],
  ['malformed', 'The last message could not be read'],
  ['error', 'The last message could not be carried out'],
] as const)('%s is told with the reason that the inbox gives', (verdict, title) => {
  expect(diagnose({}, callback(verdict, { reason: 'Because.' }))).toMatchObject({
    ...{ tone: 'bad', title, words: 'Because.' },
  });
});

test('tests that come to a live account are told, more loudly where there is nothing else', () => {
  const tested = callback('not_live', { test: true });
  expect(diagnose({}, tested, tested)).toMatchObject({
    tone: 'warn',
    title: 'Only test messages have come, and the account is set to live',
  });
  expect(diagnose({}, tested, callback('applied'))).toMatchObject({ tone: 'info', mark: null });
});

test('real money that comes to a test account is told, also behind newer messages', () => {
  const real = callback('held', { id: 'c2', test: false });
  const tested = callback('applied', { test: true });
  expect(diagnose({ live: false }, tested, real)).toMatchObject({
    ...{ tone: 'bad', mark: 'Real payments held', callbackId: 'c2' },
  });
  expect(diagnose({ live: false, tellsLive: false }, real).tone).toBe('good');
  expect(diagnose({}, real).tone).toBe('good');
});

test('messages that fit and never come to a payment of an order are no good health', () => {
  const unknown = callback('order_unknown', { reason: 'The message names no order that we know.' });
  expect(diagnose({}, unknown, unknown)).toMatchObject({
    tone: 'warn',
    title: 'The last two messages named no order of this shop',
    words: 'The message names no order that we know.',
  });
  expect(diagnose({}, callback('ignored'))).toMatchObject({
    tone: 'warn',
    title: 'The last message told of no payment',
  });
  expect(diagnose({}, unknown, callback('applied')).tone).toBe('good');
  expect(diagnose({}, callback('ignored'), callback('applied')).tone).toBe('good');
});

test('switched off says so, and whether messages are turned away', () => {
  expect(diagnose({ enabled: false }, callback('applied'))).toMatchObject({
    ...{ tone: 'info', title: 'The account is switched off', mark: null },
  });
  expect(diagnose({ enabled: false }, callback('not_configured'))).toMatchObject({
    ...{ tone: 'warn', mark: 'Messages turned away', callbackId: 'c1' },
  });
});

test('secrets that cannot be read come before everything else', () => {
  expect(diagnose({ enabled: false, areSecretsReadable: false }).mark).toBe('Secrets unreadable');
});
