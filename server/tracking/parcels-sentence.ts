import type { Order } from '#domain/order';
import { countInWords } from './count-in-words';
import { type Calendar, dayInSentence, isAhead } from './days-in-words';
import { trackingWords } from './words/tracking-words';

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
  const when = dayInSentence(days.at(-1) ?? '', departure);
  const tense = isAhead(days.at(-1) ?? '', departure) ? 'leaves' : 'left';
  const spread = days[0] === days.at(-1) ? '' : 'ByDays';
  const { say } = trackingWords(departure.locale);
  if (!isCounted)
    return say(`${tense}.${departure.isPacking ? 'part' : 'order'}${spread}`, { when });
  const counted = countInWords(count, departure.locale);
  const goods = departure.isPacking ? 'firstParcels' : 'parcels';
  return say(`${tense}.${goods}${spread}`, { count, counted, when });
}
