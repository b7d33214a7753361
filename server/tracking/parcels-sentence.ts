import type { Order } from '#domain/order';
import { countInWords } from './count-in-words';
import { type Calendar, dayInSentence, isAhead } from './days-in-words';

/** `isPacking`: something of the order has not left yet. */
type Departure = Calendar & Readonly<{ isPacking: boolean }>;

/**
 * "Your two parcels left on Tuesday.", "Your first parcel left today. The rest follows." Only for an
 * order of which something has left. How many parcels will follow is not known to anybody yet.
 */
export function parcelsSentence(order: Order, departure: Departure): string {
  const shipments = order.shipments.filter(({ voidedAt }) => voidedAt === null);
  const days = shipments.map(({ shippedOn }) => shippedOn).sort();
  const isCounted = shipments.every(({ parcels }) => parcels.length > 0);
  const count = shipments.reduce((total, { parcels }) => total + parcels.length, 0);
  const subject = isCounted ? parcelWords(count, departure) : goodsWords(departure);
  const isMany = isCounted && count > 1;
  const rest = departure.isPacking ? ' The rest follows.' : '';
  return `${subject} ${leaving(days, isMany, departure)}.${rest}`;
}

function parcelWords(count: number, { isPacking }: Departure): string {
  const first = isPacking ? 'first ' : '';
  return count === 1 ? `Your ${first}parcel` : `Your ${first}${countInWords(count)} parcels`;
}

function goodsWords({ isPacking }: Departure): string {
  return isPacking ? 'Part of your order' : 'Your order';
}

function leaving(days: readonly string[], isMany: boolean, calendar: Calendar): string {
  const [first = '', last = first] = [days[0], days.at(-1)];
  const when = dayInSentence(last, calendar);
  if (isAhead(last, calendar)) return leavingLater(first === last, isMany, when);
  if (first === last) return `left ${when}`;
  return isMany ? `have left, the last ${when}` : `has left, the last of it ${when}`;
}

function leavingLater(isOneDay: boolean, isMany: boolean, when: string): string {
  if (isOneDay) return isMany ? `leave ${when}` : `leaves ${when}`;
  return isMany ? `leave, the last ${when}` : `leaves, the last of it ${when}`;
}
