import { expect, test } from 'vitest';
import { logos, shop } from '#db/schema/shop';
import { logoBytesMax } from '#domain/logo-type';
import { freshContext, type TestContext } from '#server/staff/fresh-context';
import { ChangeBrand, changeBrand } from './change-brand';
import { readBrand } from './read-brand';
import { readLogo } from './read-logo';
import { defaultShop } from './shop-settings';

const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const wanted = {
  accent: '0B6B3A',
  postalAddress: ' 14 Quay Street\r\nWhitby ',
  replyTo: 'Help@Teas.example',
  footer: '',
};

async function openShop(): Promise<TestContext> {
  const ctx = await freshContext();
  const { name, currency, timeZone } = defaultShop;
  await ctx.db.insert(shop).values({ id: 1, name, currency, timeZone, setUpAt: ctx.now() });
  return ctx;
}

function faultOf(change: object): Readonly<Record<string, unknown>> {
  const { error } = ChangeBrand.safeParse({ ...wanted, ...change });
  return Object.fromEntries(
    (error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]),
  );
}

test('the look is kept as it will be used', async () => {
  const ctx = await openShop();
  await changeBrand(ctx, ChangeBrand.parse(wanted));
  expect(await readBrand(ctx)).toEqual({
    logo: null,
    accent: '#0b6b3a',
    postalAddress: '14 Quay Street\nWhitby',
    replyTo: 'help@teas.example',
    footer: '',
  });
});

test('a picture is found by its hash, also after another one was chosen or none', async () => {
  const ctx = await openShop();
  await changeBrand(ctx, ChangeBrand.parse({ ...wanted, logo: png.toString('base64') }));
  const { logo } = await readBrand(ctx);
  expect(await readLogo(ctx, logo ?? '')).toEqual({ type: 'image/png', bytes: png });
  await changeBrand(ctx, ChangeBrand.parse(wanted));
  expect((await readBrand(ctx)).logo).toBe(logo);
  await changeBrand(ctx, ChangeBrand.parse({ ...wanted, logo: null }));
  expect((await readBrand(ctx)).logo).toBeNull();
  await changeBrand(ctx, ChangeBrand.parse({ ...wanted, logo: png.toString('base64') }));
  expect(await ctx.db.select({ hash: logos.hash }).from(logos)).toEqual([{ hash: logo }]);
  expect(await readLogo(ctx, 'unknown')).toBeNull();
});

test.each([
  ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'Use a PNG, JPEG or WebP picture.'],
  ['GIF89a', 'Use a PNG, JPEG or WebP picture.'],
  [Buffer.concat([png, Buffer.alloc(logoBytesMax)]), 'Use a picture of 200 kB or less.'],
])('a picture of another kind or too large is refused', (content, fault) => {
  const logo = Buffer.from(content as string).toString('base64');
  expect(faultOf({ logo })).toEqual({ logo: fault });
});

test('a colour that white words cannot be read on is refused, and a darker one is offered', () => {
  const { accent } = faultOf({ accent: '#ffcc00' });
  expect(accent).toMatch(
    /^White words on #ffcc00 are hard to read\. The nearest .* is #[0-9a-f]{6}\.$/,
  );
  const [offered = ''] = /#[0-9a-f]{6}(?=\.$)/.exec(String(accent)) ?? [];
  expect(faultOf({ accent: offered })).toEqual({});
});

test.each([
  [{ accent: 'red;}' }, { accent: 'Enter a colour such as #284ea7.' }],
  [{ replyTo: 'nobody' }, { replyTo: 'Enter an e-mail address.' }],
  [{ footer: 'x'.repeat(501) }, { footer: 'Use 500 characters or fewer.' }],
])('%j is refused beside its field', (change, faults) => {
  expect(faultOf(change)).toEqual(faults);
});

test('before the set-up nothing is changed', async () => {
  const ctx = await freshContext();
  await expect(changeBrand(ctx, ChangeBrand.parse(wanted))).rejects.toMatchObject({
    code: 'refused',
    details: { reason: 'not_set_up' },
  });
});
