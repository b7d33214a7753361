import type { EmailMessage } from '#emails/render-message';
import CancelledEmail from '../cancelled';
import CodeReplacedEmail from '../code-replaced';
import LateEmail from '../late';
import OrderReceivedEmail from '../order-received';
import PaidEmail, { type PaidLine } from '../paid';
import RequestAnsweredEmail from '../request-answered';
import ShippedEmail from '../shipped';
import SignInLinkEmail from '../sign-in-link';

const longWord = 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz';
const longSku = `SKU-${'0123456789ABCDEF'.repeat(12)}`;
const longUrl = `https://teas.example/track/${'9rJ4mQx2VbT7kLw5'.repeat(8)}`;

const difficult = {
  shopName: 'متجر الشاي الصغير 🫖 & Söhne — Purveyors of Fine Leaves, Pots, Kettles and Sundries',
  orderNumber: `WEB/2026-11/${'0'.repeat(24)}1042`,
  customerName: 'شيماء بنت عبد الرحمن آل سعود 👩‍👩‍👧‍👦 (Shaymaa)',
  trackingUrl: longUrl,
};

const address = [
  'شيماء بنت عبد الرحمن',
  `${longWord}strasse 1042`,
  'شارع الملك فهد ١٢',
  'الرياض 12271',
  'Saudi Arabia',
];

const items = [
  { name: 'שָׁלוֹם, כוס תה גדולה (500 מ״ל)', sku: longSku, quantity: 12_000 },
  { name: `${longWord} 🍵🍃 ${longWord}`, sku: 'T', quantity: 1 },
  { name: 'شاي أخضر بالنعناع', sku: 'شاي-١', quantity: 3 },
];

const lines = items.map((item) => ({
  ...item,
  unitPrice: 'KWD 1,234,567.890',
  total: 'KWD 14,814,814,680.000',
}));

const totals = {
  items: 'KWD 14,814,814,680.000',
  discount: 'KWD 0.001',
  shipping: 'KWD 12.500',
  shippingMethod: `Express by ${longWord}`,
  tax: 'KWD 2,222,222,202.000',
  grand: 'KWD 17,037,036,894.499',
};

/** Every message with what breaks mail: long words, right-to-left names, emoji, big amounts. */
export const difficultMessages: readonly EmailMessage[] = [
  {
    template: 'late',
    props: {
      ...LateEmail.PreviewProps,
      ...difficult,
      day: { isNew: true, inWords: 'Dienstag, 24. November 2026' },
      note: `تأخر الشحن 😔\n${longWord}${longWord}`,
      items,
    },
  },
  {
    template: 'code_replaced',
    props: {
      ...CodeReplacedEmail.PreviewProps,
      ...difficult,
      lines: [{ name: `${longWord} 🍵`, codes: [longSku, 'شاي-١'], codesMissing: 2 }],
    },
  },
  {
    template: 'request_answered',
    props: {
      ...RequestAnsweredEmail.PreviewProps,
      ...difficult,
      answer: `${longWord}\r\n\r\nשלום שלום ${longUrl}`,
    },
  },
  {
    template: 'order_received',
    props: {
      ...OrderReceivedEmail.PreviewProps,
      ...difficult,
      lines,
      totals,
      payment: {
        method: 'cheque',
        amountDue: totals.grand,
        instructions: `ادفع الشيك إلى متجر الشاي\r\n${longSku}\r\n\r\nשלום`,
      },
      shippingAddress: address,
      billingAddress: address,
    },
  },
  {
    template: 'paid',
    props: {
      ...PaidEmail.PreviewProps,
      ...difficult,
      amountPaid: totals.grand,
      totals,
      lines: lines.flatMap((line): readonly PaidLine[] => [
        { ...line, kind: 'codes', codes: [longSku, 'A'], codesMissing: 11_998 },
        { ...line, kind: 'codes', codes: [], codesMissing: 1 },
        { ...line, kind: 'file' },
      ]),
    },
  },
  {
    template: 'shipped',
    props: {
      ...ShippedEmail.PreviewProps,
      ...difficult,
      items,
      itemsToFollow: items,
      parcels: [
        { carrier: longWord, trackingNumber: longSku, trackingUrl: `${longUrl}?number=${longSku}` },
        { trackingNumber: 'RR123456789SA' },
        { carrier: 'Cousin 🚲' },
      ],
      note: `مع أطيب التحيات 🫖\n${longWord}${longWord}`,
      shippingAddress: address,
    },
  },
  {
    template: 'cancelled',
    props: {
      ...CancelledEmail.PreviewProps,
      ...difficult,
      reason: 'نفدت الكمية 😔',
      refundAmount: totals.grand,
      items,
      total: totals.grand,
    },
  },
  {
    template: 'sign_in_link',
    props: {
      ...SignInLinkEmail.PreviewProps,
      ...{ ...difficult, orderNumber: '', trackingUrl: '', signInUrl: longUrl },
    },
  },
];

const manyItems = Array.from({ length: 60 }, (_, index) => ({
  name: `First Flush Darjeeling, garden no. ${index + 1}, loose leaf in a resealable tin`,
  sku: `DARJ-FF-2026-${String(index + 1).padStart(4, '0')}`,
  quantity: (index % 4) + 1,
}));

const manyLines = manyItems.map((item) => ({ ...item, unitPrice: '£10.00', total: '£40.00' }));

const manyCodes = manyLines.map((line, index): PaidLine => {
  const codes = Array.from(
    { length: line.quantity },
    (_, n) => `K7QF-2MXD-${1000 + index * 4 + n}`,
  );
  return { ...line, kind: 'codes', codes, codesMissing: 0 };
});

/** Every message for an order of sixty lines. */
export const longMessages: readonly EmailMessage[] = [
  { template: 'order_received', props: { ...OrderReceivedEmail.PreviewProps, lines: manyLines } },
  { template: 'paid', props: { ...PaidEmail.PreviewProps, lines: manyCodes } },
  {
    template: 'shipped',
    props: {
      ...ShippedEmail.PreviewProps,
      items: manyItems,
      itemsToFollow: manyItems.slice(0, 10),
      parcels: [{ carrier: 'UPS', trackingNumber: '1Z5R89390357567127', items: manyItems }],
    },
  },
  { template: 'cancelled', props: { ...CancelledEmail.PreviewProps, items: manyItems } },
];

/** Every message as its template previews it. */
export const plainMessages: readonly EmailMessage[] = [
  { template: 'order_received', props: OrderReceivedEmail.PreviewProps },
  { template: 'paid', props: PaidEmail.PreviewProps },
  { template: 'shipped', props: ShippedEmail.PreviewProps },
  { template: 'cancelled', props: CancelledEmail.PreviewProps },
  { template: 'code_replaced', props: CodeReplacedEmail.PreviewProps },
  { template: 'sign_in_link', props: SignInLinkEmail.PreviewProps },
  { template: 'request_answered', props: RequestAnsweredEmail.PreviewProps },
  { template: 'late', props: LateEmail.PreviewProps },
];
