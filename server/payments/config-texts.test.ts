import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ConfigTexts, configOf, configTexts } from './config-texts';
import { GenericHmacConfig } from './gateways/generic-hmac-config';

const fixtures: readonly Readonly<{ name: string; config: unknown }>[] = JSON.parse(
  readFileSync(new URL('./gateways/fixtures/generic-hmac.json', import.meta.url), 'utf8'),
);

function textsFor(config: unknown): ConfigTexts {
  const texts = configTexts('generic-hmac', config);
  if (texts === null) throw new Error('There is nothing to configure.');
  return texts;
}

const filled: ConfigTexts = {
  ...textsFor(null),
  signatureHeader: 'x-signature',
  'fields.status': 'state',
  statusMap: 'OK = approved',
};

test('every config comes back from the texts of its form as it was', () => {
  const usable = fixtures.flatMap(({ config }) => GenericHmacConfig.safeParse(config).data ?? []);
  expect(usable.length).toBeGreaterThan(50);
  for (const config of usable) {
    expect(GenericHmacConfig.parse(configOf(textsFor(config)))).toEqual(config);
  }
});

test('a form begins with what is usual, and only a sender that can be configured has one', () => {
  expect(textsFor(null)).toMatchObject({
    signatureHeader: '',
    algorithm: 'sha256',
    toleranceSeconds: '300',
    signedContent: '{body}',
    'fields.status': '',
    statusMap: '',
  });
  expect(configTexts('stripe', null)).toBeNull();
  expect(configTexts('nobody', null)).toBeNull();
});

describe('what is typed', () => {
  const read = (change: Partial<ConfigTexts>) =>
    GenericHmacConfig.parse(configOf({ ...filled, ...change }));

  test('as signed content may hold line breaks and backslashes', () => {
    const { signedContent } = read({ signedContent: ' POST\\n{Url}\\\\{BODY} ' });
    expect(signedContent).toEqual([{ literal: 'POST\n' }, 'url', { literal: '\\' }, 'body']);
    expect(textsFor(read({ signedContent: 'POST\\n{url}\\\\{body}' })).signedContent).toBe(
      'POST\\n{url}\\\\{body}',
    );
  });

  test('as statuses is read line by line, blanks and capitals aside', () => {
    const { statusMap } = read({ statusMap: ' OK=Approved\r\n\r\ncode = 0 = declined \n' });
    expect(statusMap).toEqual({ OK: 'approved', 'code = 0': 'declined' });
  });

  test('as a place may name several', () => {
    const { fields } = read({ 'fields.amount': ' a.b , c.0 ', 'fields.orderNumber': ' order ' });
    expect(fields).toEqual({ status: 'state', amount: ['a.b', 'c.0'], orderNumber: 'order' });
  });

  test.each([
    [{ signedContent: '' }, 'signedContent'],
    [{ signedContent: '{timestamp}.{boby}' }, 'signedContent'],
    [{ signedContent: '{body}{}' }, 'signedContent'],
    [{ signedContent: '{timestamp}.{body}' }, 'timestampHeader'],
    [{ toleranceSeconds: 'five' }, 'toleranceSeconds'],
    [{ toleranceSeconds: '-5' }, 'toleranceSeconds'],
    [{ 'fields.status': ' ' }, 'fields.status'],
    [{ 'fields.amount': 'a,,b' }, 'fields.amount'],
    [{ statusMap: ' ' }, 'statusMap'],
    [{ statusMap: 'OK approved' }, 'statusMap'],
    [{ statusMap: '= approved' }, 'statusMap'],
    [{ statusMap: 'OK = approved\nOK = declined' }, 'statusMap'],
    [{ algorithm: '' }, 'algorithm'],
  ])('%j is refused beside %s', (change, field) => {
    const result = GenericHmacConfig.safeParse(configOf({ ...filled, ...change }));
    const paths = result.error?.issues.map(({ path }) => path.join('.')) ?? [];
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(`${path}.`).toMatch(new RegExp(`^${field}\\.`));
  });
});
