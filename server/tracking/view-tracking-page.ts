import type { Currency } from '#domain/currency';
import { customerLocale } from '#domain/language';
import { obstacleOf } from '#domain/obstacle-of';
import type { Order } from '#domain/order';
import { isSettled } from '#domain/order-status';
import { paymentPageUrl } from '#domain/payment-page';
import { amountDue, goneBack, type Totals, totalsOf } from '#domain/totals';
import { type OfflineMethod, offlineMethods } from '#domain/vocabulary';
import type { GrantedFile } from '#server/downloads/granted-files';
import type { BrandedShop } from '#server/settings/brand';
import { isTimeZone } from '#server/settings/time-zone';
import { today } from '#server/settings/today';
import { digestOf } from './digest-of';
import { type Headline, headlineOf } from './headline-of';
import { isDeliveryAssumed } from './is-delivery-assumed';
import { paymentsOf } from './money-back';
import { moneyBackWords } from './money-back-words';
import { type OrderState, orderStateOf } from './order-state';
import { progressOf, type Step } from './progress-of';
import { type HistoryEntry, publicHistory, type TrackedEvent } from './public-history';
import { type ShopFace, shopFaceOf } from './read-shop-face';
import {
  type CodesOfLine,
  codesByLine,
  type FilesOfLine,
  filesByGrant,
  type PageCode,
} from './view-digital';
import { hasOwnPart, type OwnPart, viewOwnPart } from './view-own-part';
import { type PagePayment, viewPayments } from './view-payments';
import { type PageItem, type PageShipment, toFollow, viewShipments } from './view-shipments';

/** All that a customer is told about an order, chosen field by field: nothing internal is in it. */
export type TrackingPage = Readonly<{
  shop: ShopFace;
  timeZone: string;
  /** For words, days and money: the customer's own, or else that of the shop. */
  locale: string;
  /** When the page was made, ms UTC. */
  nowMs: number;
  number: string;
  currency: Currency;
  state: OrderState;
  headline: Headline;
  steps: readonly Step[];
  shipments: readonly PageShipment[];
  toFollow: readonly PageItem[];
  codes: readonly CodesOfLine[];
  files: readonly FilesOfLine[];
  /** For the forms of this view of the page: pressing one twice is one download. */
  clickKey: string;
  /** What is still to be paid, in minor units; 0 also where nothing is expected any more. */
  dueMinor: number;
  method: OfflineMethod | null;
  instructions: string;
  /** Null where nothing is due, or a payment is being checked. */
  payAgain: PayAgain | null;
  payments: readonly PagePayment[];
  /** What went back of them, in minor units; of a cancelled order too, where none counts any more. */
  paidBackMinor: number;
  /** What became of the money of a cancelled order, in sentences. */
  moneyBack: readonly string[];
  lines: readonly Readonly<PageItem & { id: string; totalMinor: number }>[];
  totals: Totals;
  shippingMethod: string | null;
  history: readonly HistoryEntry[];
  /** Whether the customer of the order is signed in and looks at it. */
  isOwner: boolean;
  /** Of all that the page says; another one says something else. */
  digest: string;
  /** Only for the customer of the order. */
  own: OwnPart | null;
  /** Whether signing in would show something more. */
  hasOwnPart: boolean;
  /** Where a customer writes to; null where answers go to where messages come from. */
  replyTo: string | null;
}>;

/** Ways to pay what is due. Paying harms nobody, so whoever has the link is shown them. */
type PayAgain = Readonly<{
  /** The shop's own page for this order. */
  url: string | null;
  /** The last try did not go through. */
  isRetry: boolean;
  /** Other ways than the one that was chosen. */
  methods: readonly OfflineMethod[];
}>;

export type TrackingFacts = Readonly<{
  order: Order;
  shop: BrandedShop;
  /** The offline methods of the shop. */
  accounts: readonly Readonly<{
    slug: string;
    enabled: boolean;
    instructions: string | null;
  }>[];
  /** In the order in which they were handed out, opened where they were shown. */
  codes: readonly Readonly<PageCode & { lineId: string | null }>[];
  files: readonly GrantedFile[];
  clickKey: string;
  events: readonly TrackedEvent[];
  isOwner: boolean;
  nowMs: number;
}>;

/** The page of an order that was found. Pure. */
export function viewTrackingPage(facts: TrackingFacts): TrackingPage {
  const page = viewPage(facts);
  return { ...page, digest: digestOf(page) };
}

function viewPage(facts: TrackingFacts): Omit<TrackingPage, 'digest'> {
  const { order, shop, accounts, events, nowMs } = facts;
  const timeZone = isTimeZone(shop.timeZone) ? shop.timeZone : 'UTC';
  const locale = customerLocale(order.customer.locale, shop.language);
  const isAssumed = isDeliveryAssumed(order, events);
  const calendar = { nowMs, timeZone, locale };
  const dueMinor = order.cancelledAt !== null || isSettled(order) ? 0 : amountDue(order);
  return {
    ...{
      shop: shopFaceOf(shop),
      timeZone,
      locale,
      nowMs,
      number: order.number,
      currency: order.currency,
    },
    state: orderStateOf(order, { isDeliveryAssumed: isAssumed, today: today(nowMs, timeZone) }),
    headline: headlineOf(withReason(order, events), { ...calendar, isDeliveryAssumed: isAssumed }),
    steps: progressOf(order, isAssumed, locale),
    shipments: viewShipments(order),
    toFollow: toFollow(order),
    codes: codesByLine(facts),
    files: filesByGrant(facts),
    clickKey: facts.clickKey,
    dueMinor,
    method: offlineMethods.find((offline) => offline === order.paymentMethod) ?? null,
    instructions: dueMinor > 0 ? instructionsFor(order, accounts) : '',
    payAgain: payAgainOf(facts, dueMinor),
    payments: viewPayments(order, events, locale),
    paidBackMinor: paidBack(order, events),
    moneyBack: order.cancelledAt === null ? [] : moneyBackWords(order, events, calendar),
    lines: order.lines.map((line) => ({
      ...{ id: line.id, name: line.name, quantity: line.quantity },
      totalMinor: line.unitPriceMinor * line.quantity,
    })),
    totals: totalsOf(order),
    shippingMethod: order.shippingMethod,
    history: publicHistory(events, isAssumed),
    isOwner: facts.isOwner,
    own: facts.isOwner ? viewOwnPart(order) : null,
    hasOwnPart: hasOwnPart(order),
    replyTo: shop.replyTo,
  };
}

/** What customers wrote themselves was for the shop, and whoever has the link reads the page. */
function withReason(order: Order, events: readonly TrackedEvent[]): Order {
  const cancelled = events.findLast(({ type }) => type === 'cancelled');
  return cancelled?.actorKind === 'customer' ? { ...order, cancelReason: null } : order;
}

function paidBack(order: Order, events: readonly TrackedEvent[]): number {
  if (order.cancelledAt === null) return totalsOf(order).refunded;
  return paymentsOf(events).reduce((total, payment) => total + goneBack(payment), 0);
}

function instructionsFor({ paymentMethod }: Order, accounts: TrackingFacts['accounts']): string {
  return accounts.find(({ slug }) => slug === paymentMethod)?.instructions?.trim() ?? '';
}

function payAgainOf({ order, shop, accounts }: TrackingFacts, dueMinor: number): PayAgain | null {
  if (obstacleOf(order, 'choose_payment_method') !== null) return null;
  const { number, currency, payments, paymentMethod } = order;
  const due = { number, amountMinor: dueMinor, currency };
  const offered = accounts.filter(isOffered).map(({ slug }) => slug);
  const methods = offlineMethods.filter(
    (method) => offered.includes(method) && method !== paymentMethod,
  );
  const url = shop.paymentPage === null ? null : paymentPageUrl(shop.paymentPage, due);
  const isRetry = payments.at(-1)?.status === 'declined';
  return url === null && methods.length === 0 ? null : { url, isRetry, methods };
}

/** A method without words would leave the customer where they were. */
export function isOffered(account: Readonly<{ enabled: boolean; instructions: string | null }>) {
  return account.enabled && (account.instructions ?? '').trim() !== '';
}
