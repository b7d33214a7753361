import { type Browser, expect, type Page, test } from '@playwright/test';
import { eq } from 'drizzle-orm';
import { downloads } from '#db/schema/downloads';
import { signInToken } from '#server/door/sign-in-token';
import { signDownload } from '#server/downloads/download-link';
import { expectAccessible, watch } from './journey';
import { openShop, type Shop } from './open-shop';
import {
  byCousin,
  expectAfter,
  moneyBack,
  openStates,
  pay,
  type StateMaker,
  type Story,
  ship,
  tryPayment,
  ups,
} from './states-shop';

const hold = { type: 'hold', reason: 'SECRET' } as const;
const rollBack = { type: 'roll_back', reason: 'SECRET', restock: true } as const;
const deliver = { type: 'deliver', reason: null } as const;
const broken = 'The last teapot broke in our hands.';
const cancel = { type: 'cancel', reason: broken, restock: true, notify: false } as const;

type Told = Readonly<{ story: Story; en: RegExp; ar: RegExp }>;

/** Every state that an order can show to its customer, and the words by which it is known. */
const states: Readonly<Record<string, Told>> = {
  'pending-gateway': {
    story: { method: 'stripe' },
    en: /wait for your payment\.$/,
    ar: /^لقد استلمنا طلبك وننتظر/,
  },
  'pending-wire': { story: { method: 'wire' }, en: /bank transfer/, ar: /التحويل المصرفي/ },
  'pending-cheque': { story: { method: 'cheque' }, en: /your cheque/, ar: /الشيك/ },
  'pending-cash': { story: { method: 'cash' }, en: /in cash/, ar: /نقدًا/ },
  'pending-terminal': { story: { method: 'terminal' }, en: /by card/, ar: /بالبطاقة/ },
  checking: {
    story: { steps: [tryPayment('authorised')] },
    en: /are checking your payment/,
    ar: /ونتحقق/,
  },
  declined: {
    story: { steps: [tryPayment('declined')] },
    en: /did not go through/,
    ar: /لم تتم/,
  },
  'part-paid': {
    story: { method: 'wire', steps: [pay({ method: 'wire', amountMinor: 1000 })] },
    en: /^We have your order and \$10\.00 of/,
    ar: /من أصل/,
  },
  'held-unpaid': { story: { method: 'wire', steps: [hold] }, en: /bank transfer/, ar: /المصرفي/ },
  held: { story: { steps: [pay(), hold] }, en: /is on hold for now\.$/, ar: /معلَّق مؤقتًا/ },
  paid: { story: { steps: [pay()] }, en: /We are packing your order\.$/, ar: /تجهيز طلبك/ },
  expected: {
    story: { steps: [pay(), expectAfter(9)] },
    en: /We are packing your order\.$/,
    ar: /تجهيز طلبك/,
  },
  late: {
    story: { steps: [pay(), expectAfter(2)] },
    en: /was expected yesterday and has not left yet/,
    ar: /ولم يُشحن بعد/,
  },
  'late-rest': {
    story: { steps: [pay(), expectAfter(3), ship([ups], 'POT')] },
    en: /^Your first parcel left/,
    ar: /طرد/,
  },
  'codes-short': {
    story: { skus: ['KEY', 'KEY', 'RARE'], steps: [pay()] },
    en: /of your three codes are ready/,
    ar: /رموز/,
  },
  'codes-missing': {
    story: { skus: ['RARE'], steps: [pay()] },
    en: /code follows as soon/,
    ar: /سيصلك رمزك/,
  },
  'part-shipped': {
    story: {
      skus: ['POT', 'CUP', 'CUP', 'CUP'],
      steps: [pay(), ship([ups, byCousin], 'POT'), ship([byCousin], 'CUP')],
    },
    en: /The rest follows\.$/,
    ar: /طرود|طرد/,
  },
  'part-shipped-held': {
    story: { steps: [pay(), ship([ups], 'POT'), hold] },
    en: /^Your first parcel left/,
    ar: /طرد/,
  },
  shipped: {
    story: { steps: [pay({ method: 'wire', cardBrand: null, cardLast4: null }), ship([byCousin])] },
    en: /^Your parcel left/,
    ar: /طردك/,
  },
  'shipped-tracked': {
    story: { steps: [pay(), ship([ups, ups])] },
    en: /^Your two parcels left/,
    ar: /طرداك/,
  },
  delivered: {
    story: { steps: [pay(), ship([byCousin]), deliver] },
    en: /^Your order was delivered/,
    ar: /تم تسليم|سُلِّم/,
  },
  cancelled: { story: { steps: [cancel] }, en: /was cancelled/, ar: /إلغاء/ },
  'cancelled-paid': {
    story: { steps: [pay(), moneyBack('refund', 1000), { ...cancel, notify: true }] },
    en: /was cancelled/,
    ar: /إلغاء/,
  },
  'rolled-back': {
    story: { method: 'cheque', steps: [pay({ method: 'cheque' }), ship([ups]), rollBack] },
    en: /does not count any more/,
    ar: /لم تعد/,
  },
  refunded: {
    story: { steps: [pay(), ship([ups]), moneyBack('refund', 7840)] },
    en: /was refunded/,
    ar: /رد|استرداد/,
  },
  'part-refunded': {
    story: { steps: [pay(), moneyBack('refund', 500)] },
    en: /We are packing/,
    ar: /تجهيز/,
  },
  'charged-back': {
    story: { steps: [pay(), ship([ups]), moneyBack('charge_back')] },
    en: /bank has taken the payment back/,
    ar: /مصرفك/,
  },
  'digital-only': {
    story: { skus: ['KEY', 'KEY', 'GUIDE'], steps: [pay()] },
    en: /codes are ready below/,
    ar: /رمزاك/,
  },
  'files-only': { story: { skus: ['GUIDE'], steps: [pay()] }, en: /is yours/, ar: /ملكك/ },
  'downloads-used-up': {
    story: { skus: ['GUIDE'], steps: [pay(), 'download all'] },
    en: /is yours/,
    ar: /ملكك/,
  },
  mixed: {
    story: { skus: ['POT', 'KEY', 'RARE', 'GUIDE'], steps: [pay(), ship([ups])] },
    en: /^Your parcel left/,
    ar: /طردك/,
  },
};

const widths = [1440, 768, 390] as const;
const directions = { en: 'ltr', ar: 'rtl' } as const;
type Locale = keyof typeof directions;

// Each worker has a shop of its own, so that no worker makes all the pictures alone.
test.describe.configure({ mode: 'parallel' });

let shop: Shop;
let maker: StateMaker;
let pages: Readonly<Record<Locale, Page>>;
const complaints: string[] = [];

test.beforeAll(async ({ browser }) => {
  shop = await openShop();
  maker = await openStates(shop);
  pages = { en: await openPage(browser, 'en'), ar: await openPage(browser, 'ar') };
});

test.afterAll(async () => {
  await Promise.all(Object.values(pages ?? {}).map((page) => page.context().close()));
  await shop?.close();
});

test.afterEach(() => expect(complaints.splice(0)).toEqual([]));

async function openPage(browser: Browser, locale: Locale): Promise<Page> {
  const context = await browser.newContext({ locale, reducedMotion: 'reduce' });
  watch(context, complaints);
  return context.newPage();
}

/** The page says this, in this direction; it fits every width and breaks no rule of access. */
async function expectPage(locale: Locale, name: string, words: RegExp): Promise<void> {
  const page = pages[locale];
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(words);
  await expect(page.locator(`html[lang="${locale}"][dir="${directions[locale]}"]`)).toHaveCount(1);
  await expect(heading).toHaveCSS('direction', directions[locale]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    for (const width of widths)
      await takePicture(page, `${name}-${directions[locale]}-${colorScheme}`, width);
  }
  await page.emulateMedia({ colorScheme: null });
  await expectToFit(page, name, 320);
  await expectAccessible(page);
}

/** Nothing of the page stands out of it sideways. */
async function expectToFit(page: Page, name: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: width < 768 ? 1400 : 1100 });
  const needed = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(needed, `${name} at ${width}`).toBeLessThanOrEqual(width);
}

async function takePicture(page: Page, name: string, width: number): Promise<void> {
  await expectToFit(page, name, width);
  const path = test.info().outputPath(`${name}-${width}.png`);
  await page.screenshot({ path });
}

for (const [name, { story, ...words }] of Object.entries(states)) {
  test(`${name} is a state with words and looks of its own`, async () => {
    for (const locale of ['en', 'ar'] as const) {
      const { token } = await maker.make(story, locale);
      await pages[locale].goto(`${shop.url}/track/${token}`);
      expect(await pages[locale].content()).not.toContain('SECRET');
      await expectPage(locale, name, words[locale]);
    }
  });
}

const secret = 'a secret of the journeys and of nothing else';

const otherPages = {
  'find the order': { path: '/track', en: /^Where is my order/, ar: /^أين طلبي/ },
  'the link is sent': { path: '/track?sent', en: /^Check your e-mail/, ar: /^تحقق من بريدك/ },
  'too many tries': { path: '/track?wait=5', en: /^Too many tries/, ar: /محاولات/ },
  'a link to sign in that has expired': {
    path: `/my/sign-in/${signInToken('A'.repeat(22), secret)}`,
    ...{ en: /^This link has expired/, ar: /^انتهت صلاحية/ },
  },
  'a link to sign in that was cut short': {
    path: '/my/sign-in/cut-short',
    ...{ en: /^This link opens nothing/, ar: /لا يفتح شيئًا/ },
  },
} as const;

for (const [name, { path, ...words }] of Object.entries(otherPages)) {
  test(`${name} is a page of its own`, async () => {
    for (const locale of ['en', 'ar'] as const) {
      await pages[locale].goto(`${shop.url}${path}`);
      await expectPage(locale, name, words[locale]);
    }
  });
}

test('a link to nothing is a page of its own', async () => {
  for (const [locale, words] of [
    ['en', /^There is no order behind this link/],
    ['ar', /^لا يوجد طلب/],
  ] as const) {
    await pages[locale].goto(`${shop.url}/track/unknown`);
    await expectPage(locale, 'lost', words);
    await expect(pages[locale]).toHaveTitle(words);
    expect(complaints.splice(0).join()).toContain('404');
  }
});

test('a link that was replaced is a page of its own', async () => {
  for (const [locale, words] of [
    ['en', /^This link was replaced/],
    ['ar', /^استُبدل هذا الرابط/],
  ] as const) {
    const { token } = await maker.makeReplaced(locale);
    await pages[locale].goto(`${shop.url}/track/${token}`);
    await expectPage(locale, 'replaced', words);
  }
});

test('a download whose time is over is a page of its own', async () => {
  for (const [locale, words] of [
    ['en', /^This address has run out/],
    ['ar', /^انتهت صلاحية/],
  ] as const) {
    const story = { skus: ['GUIDE'], steps: [pay(), 'download all'] } as const;
    const { id: orderId } = await maker.make(story, locale);
    const [spent] = await shop.db.select().from(downloads).where(eq(downloads.orderId, orderId));
    const link = signDownload({ id: spent?.id ?? '', expiresAt: 0 }, secret);
    await pages[locale].goto(`${shop.url}/download/${link}`);
    await expectPage(locale, 'download-over', words);
    expect(complaints.splice(0).join()).toContain('410');
  }
});
