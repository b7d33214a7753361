import { carrierName } from '#domain/carriers';
import type { Order, Shipment } from '#domain/order';
import { quantityToShip } from '#domain/order-status';
import { linkOf } from '#server/orders/view-order';

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

export function viewShipments(order: Order): readonly PageShipment[] {
  return standing(order.shipments).map((shipment) => viewShipment(order, shipment));
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
export function toFollow(order: Order): readonly PageItem[] {
  if (standing(order.shipments).length === 0) return [];
  return order.lines
    .map((line) => ({ name: line.name, quantity: quantityToShip(order, line) }))
    .filter(({ quantity }) => quantity > 0);
}
