import { eq } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { paymentAccounts } from '#db/schema/payments';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { accountQuery, openSecrets } from './payment-account';
import { PutOfflineMethod, putOfflineMethod } from './put-offline-method';
import { putPaymentAccount } from './put-payment-account';
import { readGatewayAccount } from './read-gateway-account';
import { readOfflineMethod } from './read-offline-method';
import { SaveGatewayAccount, saveGatewayAccount } from './save-gateway-account';

let ctx: TestContext;

beforeEach(async () => {
  ctx = await freshContext();
});

const typed = {
  slug: 'stripe',
  gateway: 'stripe',
  name: 'Stripe',
  enabled: true,
  live: true,
  currency: null,
  version: null as number | null,
  secrets: { endpointSecret: { added: 'whsec_first_one', removed: [] as number[] } },
};

type Change = Partial<Omit<SaveGatewayAccount, 'gateway'>> & Readonly<{ gateway?: string }>;

async function save(change: Change = {}): Promise<number> {
  ctx.clock.at += 1000;
  await saveGatewayAccount(ctx, SaveGatewayAccount.parse({ ...typed, ...change }));
  return (await readGatewayAccount(ctx, change.slug ?? typed.slug)).version;
}

async function secretsOf(slug = 'stripe') {
  const [account] = await accountQuery(ctx.db, slug);
  return account && openSecrets(account, ctx.env.authSecret);
}

const endpointSecret = (added: string, ...removed: number[]) => ({
  endpointSecret: { added, removed },
});

test('an account is made once; the same address again is refused beside its field', async () => {
  await save();
  expect(await secretsOf()).toEqual({ endpointSecret: 'whsec_first_one' });
  await expect(save({ name: 'Other' })).rejects.toMatchObject({
    details: { fields: { slug: expect.stringContaining('already') } },
  });
  expect((await readGatewayAccount(ctx, 'stripe')).name).toBe('Stripe');
});

test('a field left empty keeps the secret', async () => {
  const version = await save();
  await save({ version, name: 'Renamed', enabled: false, secrets: endpointSecret('') });
  expect(await secretsOf()).toEqual({ endpointSecret: 'whsec_first_one' });
  const { name, enabled } = await readGatewayAccount(ctx, 'stripe');
  expect({ name, enabled }).toEqual({ name: 'Renamed', enabled: false });
});

test('a secret is exchanged by adding the second and later taking out the first', async () => {
  let version = await save();
  version = await save({ version, secrets: endpointSecret(' whsec_second_one ') });
  expect(await secretsOf()).toEqual({ endpointSecret: ['whsec_first_one', 'whsec_second_one'] });
  const { secrets } = await readGatewayAccount(ctx, 'stripe');
  expect(JSON.stringify(secrets)).not.toMatch(/first|second/);
  expect(secrets.endpointSecret).toHaveLength(2);
  await save({ version, secrets: endpointSecret('', 0) });
  expect(await secretsOf()).toEqual({ endpointSecret: 'whsec_second_one' });
});

test('the last secret cannot be taken out without another in its place', async () => {
  const version = await save();
  await expect(save({ version, secrets: endpointSecret('', 0) })).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { 'secrets.endpointSecret': expect.stringContaining('missing') } },
  });
  await save({ version, secrets: endpointSecret('whsec_next', 0) });
  expect(await secretsOf()).toEqual({ endpointSecret: 'whsec_next' });
});

test('a form made before somebody else saved changes nothing', async () => {
  const version = await save();
  await save({ version, name: 'By Ana' });
  await expect(save({ version, name: 'By Ben' })).rejects.toMatchObject({
    code: 'conflict',
    details: { remedy: expect.stringContaining('open it again') },
  });
  expect((await readGatewayAccount(ctx, 'stripe')).name).toBe('By Ana');
});

test.each([
  ['made', null],
  ['changed', 1],
])('an account %s by somebody in the same moment is not overwritten', async (_, before) => {
  if (before !== null) await save();
  const version = before === null ? null : (await readGatewayAccount(ctx, 'stripe')).version;
  const overtaken: TestContext = { ...ctx, db: overtakenOnce(ctx) };
  const given = SaveGatewayAccount.parse({ ...typed, version, name: 'By Ben' });
  await expect(saveGatewayAccount(overtaken, given)).rejects.toMatchObject({
    code: before === null ? 'invalid' : 'conflict',
  });
  expect((await readGatewayAccount(ctx, 'stripe')).name).toBe('By the API');
});

/** Between the read and the batch another program puts the account. */
function overtakenOnce({ db }: TestContext): TestContext['db'] {
  let isFirst = true;
  return new Proxy(db, {
    get(target, name) {
      if (name !== 'batch') return Reflect.get(target, name);
      return async (statements: Parameters<typeof db.batch>[0]) => {
        ctx.clock.at += 1000;
        const secrets = { endpointSecret: 'whsec_of_the_api' };
        const input = { ...{ gateway: 'stripe' as const, name: 'By the API' }, secrets };
        if (isFirst) {
          await putPaymentAccount(ctx, {
            slug: 'stripe',
            input: { ...input, enabled: true, live: true },
          });
        }
        isFirst = false;
        return target.batch(statements);
      };
    },
  });
}

test('Authorize.Net needs the currency, which its messages do not name', async () => {
  const key = 'AB'.repeat(64);
  const account = {
    slug: 'anet',
    gateway: 'authorizenet-silent-post',
    secrets: { signatureKeyHex: { added: key, removed: [] } },
  };
  await expect(save(account)).rejects.toMatchObject({
    details: { fields: { currency: expect.any(String) } },
  });
  await save({ ...account, currency: 'USD' });
  expect(await secretsOf('anet')).toEqual({ signatureKeyHex: key });
});

test('a currency that the API set beside the account follows the form', async () => {
  const secrets = { signatureKeyHex: 'AB'.repeat(64), accountCurrency: 'USD' };
  const input = { gateway: 'authorizenet-silent-post' as const, name: 'A', secrets };
  await putPaymentAccount(ctx, { slug: 'anet', input: { ...input, enabled: true, live: true } });
  const { version } = await readGatewayAccount(ctx, 'anet');
  const change = { slug: 'anet', gateway: input.gateway, version, secrets: {}, currency: 'EUR' };
  await saveGatewayAccount(ctx, SaveGatewayAccount.parse({ ...typed, ...change }));
  expect(await secretsOf('anet')).toEqual({ ...secrets, accountCurrency: 'EUR' });
});

const config = {
  signatureHeader: 'X-Signature',
  signedContent: ['timestamp', { literal: '.' }, 'body'],
  timestampHeader: 'x-time',
  amountUnit: 'decimal',
  fields: { status: 'state', amount: 'total', orderNumber: ['order', 'reference'] },
  statusMap: { OK: 'approved', BACK: 'refunded' },
};
const anySender = {
  slug: 'any',
  gateway: 'generic-hmac',
  secrets: { secret: { added: 'a shared secret', removed: [] } },
};

async function configOfAccount() {
  return (await readGatewayAccount(ctx, 'any')).config;
}

test('how messages are read is saved with the account, and stays where it is left out', async () => {
  let version = await save({ ...anySender, config });
  const saved = { ...config, signatureHeader: 'x-signature', algorithm: 'sha256' };
  expect(await configOfAccount()).toMatchObject(saved);
  version = await save({ ...anySender, version, secrets: {}, name: 'Renamed' });
  expect(await configOfAccount()).toMatchObject(saved);
  await save({ ...anySender, version, secrets: {}, config: { ...config, algorithm: 'sha512' } });
  expect(await configOfAccount()).toMatchObject({ ...saved, algorithm: 'sha512' });
});

test('a config that does not fit is refused beside its fields, those of the secrets among them', async () => {
  const wrong = { ...config, signatureHeader: '', statusMap: { OK: 'paid' } };
  await expect(save({ ...anySender, secrets: {}, config: wrong })).rejects.toMatchObject({
    code: 'invalid',
    details: {
      fields: {
        'secrets.secret': expect.stringContaining('missing'),
        'config.signatureHeader': expect.stringContaining('name of a header'),
        'config.statusMap.OK': expect.stringContaining('approved'),
      },
    },
  });
  await expect(save(anySender)).rejects.toMatchObject({
    details: { fields: { config: expect.stringContaining('signed and read') } },
  });
  await expect(save({ config })).rejects.toMatchObject({
    details: { fields: { config: expect.stringContaining('nothing to configure') } },
  });
});

test('secrets sealed under another AUTH_SECRET do not take the page down and can be entered anew', async () => {
  const version = await save();
  ctx = { ...ctx, env: { ...ctx.env, authSecret: 'b'.repeat(43) } };
  const page = await readGatewayAccount(ctx, 'stripe');
  expect(page).toMatchObject({ areSecretsReadable: false, secrets: {} });
  await save({ version, secrets: endpointSecret('whsec_entered_anew') });
  expect(await secretsOf()).toEqual({ endpointSecret: 'whsec_entered_anew' });
});

test('the slugs of offline methods are not for gateways, nor their rows', async () => {
  await expect(save({ slug: 'wire' })).rejects.toMatchObject({ code: 'refused' });
  await putOfflineMethod(ctx, PutOfflineMethod.parse({ ...transfer, method: 'wire' }));
  await expect(readGatewayAccount(ctx, 'wire')).rejects.toMatchObject({ code: 'not_found' });
  await expect(save({ slug: 'gone', version: 1 })).rejects.toMatchObject({ code: 'not_found' });
});

test.each([
  [{ name: ' ' }, 'name'],
  [{ slug: 'My Shop' }, 'slug'],
  [{ gateway: 'nobody' }, 'gateway'],
  [{ currency: 'XYZ' }, 'currency'],
])('%j is refused beside its field', (change, field) => {
  const { error } = SaveGatewayAccount.safeParse({ ...typed, ...change });
  expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});

const transfer = { method: 'wire', name: 'Bank', enabled: true, instructions: ' IBAN …\nBIC … ' };

test('an offline method is made by saving it and changed by saving it again', async () => {
  expect(await readOfflineMethod(ctx.db, 'wire')).toMatchObject({ enabled: false });
  await putOfflineMethod(ctx, PutOfflineMethod.parse(transfer));
  expect(await readOfflineMethod(ctx.db, 'wire')).toEqual({
    ...transfer,
    instructions: 'IBAN …\nBIC …',
  });
  const made = ctx.clock.at;
  ctx.clock.at += 5000;
  await putOfflineMethod(ctx, PutOfflineMethod.parse({ ...transfer, enabled: false }));
  const [row] = await ctx.db.select().from(paymentAccounts).where(eq(paymentAccounts.slug, 'wire'));
  expect(row).toMatchObject({
    gateway: 'wire',
    enabled: false,
    createdAt: made,
    updatedAt: made + 5000,
  });
});
