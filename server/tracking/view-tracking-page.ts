import { carrierName } from '#domain/carriers';
import type { Currency } from '#domain/currency';
import { customerLocale } from '#domain/language';
import { obstacleOf } from '#domain/obstacle-of';
import type { Order, Payment, Shipment } from '#domain/order';
import { isSettled, quantityToShip } from '#domain/order-status';
import { paymentPageUrl } from '#domain/payment-page';
import { amountDue, isStanding, type Totals, totalsOf } from '#domain/totals';
import { type OfflineMethod, offlineMethods } from '#domain/vocabulary';
import type { GrantedFile } from '#server/downloads/granted-files';
import { linkOf } from '#server/orders/view-order';
import type { BrandedShop } from '#server/settings/brand';
import { isTimeZone } from '#server/settings/time-zone';
import { today } from '#server/settings/today';
import { digestOf } from './digest-of';
import { type Headline, headlineOf } from './headline-of';
import { isDeliveryAssumed } from './is-delivery-assumed';
import { type OrderState, orderStateOf } from './order-state';
import { progressOf, type Step } from './progress-of';
import { type HistoryEntry, publicHistory, type TrackedEvent } from './public-history';
import { type ShopFace, shopFaceOf } from './read-shop-face';
import { hasOwnPart, type OwnPart, viewOwnPart } from './view-own-part';
import { trackingWords } from './words/tracking-words';

export type PageItem = Readonly<{ name: string; quantity: number }>;

export type PageParcel = Readonly<{
  /** Null where the shop named none. */
  carrier: string | null;
  trackingNumber: string | null;
  url: string | null;
}>;

/** Parcels that left together; which of them holds what is known only where there is one. */
export type PageShipment = Readonly<{
  /** YYYY-MM-DD */
  day: string;
  parcels: readonly PageParcel[];
  items: readonly PageItem[];
}>;

/** `text` is null as long as the code is masked. */
export type PageCode = Readonly<{ id: number; text: string | null }>;

export type CodesOfLine = Readonly<{
  lineId: string;
  name: string;
  codes: readonly PageCode[];
  waiting: number;
}>;

export type PagePayment = Readonly<{
  amountMinor: number;
  at: number;
  /** "Visa ending 4242", "bank transfer"; null where only the name of a gateway is known. */
  by: string | null;
  /** Whether it still counts towards the order. */
  isStanding: boolean;
}>;

export type PageFile = Readonly<{
  id: string;
  name: string;
  version: string;
  /** In bytes; null where nothing was uploaded yet. */
  size: number | null;
  /** How often it can still be downloaded. */
  left: number;
}>;

export type FilesOfLine = Readonly<{
  grantId: string;
  /** Of the product. */
  name: string;
  /** From this moment on nothing more can be downloaded; null where there is no end. */
  expiresAt: number | null;
  isOver: boolean;
  files: readonly PageFile[];
}>;

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
    headline: headlineOf(order, { ...calendar, isDeliveryAssumed: isAssumed }),
    steps: progressOf(order, isAssumed, locale),
    shipments: standing(order.shipments).map((shipment) => viewShipment(order, shipment)),
    toFollow: toFollow(order),
    codes: codesByLine(facts),
    files: filesByGrant(facts),
    clickKey: facts.clickKey,
    dueMinor,
    method: offlineMethods.find((offline) => offline === order.paymentMethod) ?? null,
    instructions: dueMinor > 0 ? instructionsFor(order, accounts) : '',
    payAgain: payAgainOf(facts, dueMinor),
    payments: order.payments.filter(wasMoney).map((payment) => viewPayment(payment, locale)),
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

function standing(shipments: readonly Shipment[]): readonly Shipment[] {
  return shipments.filter(({ voidedAt }) => voidedAt === null);
}

function viewShipment(order: Order, { shippedOn, parcels, lines }: Shipment): PageShipment {
  return {
    day: shippedOn,
    parcels: parcels.map(({ carrier, trackingNumber, trackingUrl }) => ({
      carrier: carrier === 'other' || carrier === '' ? null : carrierName(carrier),
      trackingNumber,
      url: trackingUrl ?? linkOf(carrier, trackingNumber),
    })),
    items: lines.flatMap(({ lineId, quantity }) =>
      order.lines.filter(({ id }) => id === lineId).map(({ name }) => ({ name, quantity })),
    ),
  };
}

/** Only where something has left: before that the whole order is still to follow. */
function toFollow(order: Order): readonly PageItem[] {
  if (standing(order.shipments).length === 0) return [];
  return order.lines
    .map((line) => ({ name: line.name, quantity: quantityToShip(order, line) }))
    .filter(({ quantity }) => quantity > 0);
}

export function codesByLine({
  order,
  codes,
}: Pick<TrackingFacts, 'order' | 'codes'>): readonly CodesOfLine[] {
  return order.lines
    .filter(({ kind }) => kind === 'codes')
    .map(({ id, name, codesWaiting }) => ({
      lineId: id,
      name,
      codes: codes.filter(({ lineId }) => lineId === id).map(({ id, text }) => ({ id, text })),
      waiting: codesWaiting,
    }))
    .filter((line) => line.codes.length > 0 || line.waiting > 0);
}

export function filesByGrant({
  order,
  files,
  nowMs,
}: Pick<TrackingFacts, 'order' | 'files' | 'nowMs'>): readonly FilesOfLine[] {
  return order.grants
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ id: grantId, lineId, expiresAt, downloadsMax }) => ({
      grantId,
      name: order.lines.find(({ id }) => id === lineId)?.name ?? '',
      expiresAt,
      isOver: expiresAt !== null && expiresAt <= nowMs,
      files: files
        .filter((file) => file.grantId === grantId)
        .map(({ fileId: id, name, version, size, spent }) => ({
          ...{ id, name, version: version ?? '', size },
          left: Math.max(0, downloadsMax - spent),
        })),
    }));
}

/** Money that came in at some time; a declined or an authorised try was none. */
function wasMoney(payment: Payment): boolean {
  return isStanding(payment) || payment.status === 'reversed';
}

function viewPayment(payment: Payment, locale: string): PagePayment {
  const { amountMinor, receivedAt: at } = payment;
  return { amountMinor, at, by: methodInWords(payment, locale), isStanding: isStanding(payment) };
}

function methodInWords(
  { cardBrand, cardLast4: digits, method }: Payment,
  locale: string,
): string | null {
  const { say } = trackingWords(locale);
  const offline = offlineMethods.find((known) => known === method);
  if (digits === null) return offline ? say(`method.${offline}`) : null;
  if (!cardBrand) return say('method.anyCard', { digits });
  const brand = cardBrand.replace(/^[a-z]/, (letter) => letter.toUpperCase());
  return say('method.card', { brand, digits });
}
