import clsx from 'clsx';
import { Badge } from '#app/_ui/badge';
import { Card } from '#app/_ui/card';
import { CopyText } from '#app/_ui/copy-text';
import { Icon } from '#app/_ui/icon';
import { Moment } from '#app/_ui/moment';
import { PlainLink } from '#app/_ui/plain-link';
import { TextLink } from '#app/_ui/text-link';
import { carrierName } from '#domain/carriers';
import { dateFormat } from '#domain/date-format';
import type { Order, Parcel, Shipment } from '#domain/order';
import type { OrderPage } from '#server/orders/read-order-page';
import { linkOf } from '#server/orders/view-order';
import type { Clock } from './clock';
import { orderPath } from './order-path';

type Props = Readonly<{ page: OrderPage; clock: Clock }>;

export function ShipmentsCard({ page: { order }, clock }: Props) {
  if (order.shipments.length === 0) return null;
  return (
    <Card title="Shipments" flush>
      <ul className="divide-y divide-line border-line border-t">
        {order.shipments.toReversed().map((shipment) => (
          <li key={shipment.id} className="px-(--card-pad) py-3">
            <OneShipment order={order} shipment={shipment} clock={clock} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type ShipmentProps = Readonly<{ order: Order; shipment: Shipment; clock: Clock }>;

function OneShipment({ order, shipment, clock }: ShipmentProps) {
  const { shippedOn, parcels, note, lines, voidedAt } = shipment;
  const isVoid = voidedAt !== null;
  return (
    <div className={clsx('grid gap-1.5', isVoid && 'text-ink-soft')}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className={clsx('font-medium', isVoid && 'line-through')}>
          Left on {dayWords(shippedOn)}
        </p>
        {isVoid ? (
          <>
            <Badge icon="circle-slash">Voided</Badge>
            <span className="text-sm">
              by rolling back, <Moment at={voidedAt} {...clock} show="short" />
            </span>
          </>
        ) : null}
      </div>
      {parcels.length === 0 ? <p className="text-ink-soft">Without a tracking number.</p> : null}
      <ul className="grid gap-1">
        {parcels.map((parcel) => (
          <li key={parcel.id}>
            <OneParcel number={order.number} parcel={parcel} isVoid={isVoid} />
          </li>
        ))}
      </ul>
      <p className="text-ink-soft text-sm wrap-anywhere">
        {lines.map(({ lineId, quantity }, index) => (
          <span key={lineId}>
            {index > 0 ? ', ' : ''}
            {quantity} × <bdi>{order.lines.find(({ id }) => id === lineId)?.name}</bdi>
          </span>
        ))}
      </p>
      {note === null ? null : <p className="wrap-anywhere">“{note}”</p>}
    </div>
  );
}

type ParcelProps = Readonly<{ number: string; parcel: Parcel; isVoid: boolean }>;

function OneParcel({ number, parcel, isVoid }: ParcelProps) {
  const { id, carrier, trackingNumber, trackingUrl } = parcel;
  const link = trackingUrl ?? linkOf(carrier, trackingNumber);
  return (
    <div className="flex items-start gap-3">
      <Icon name="package" size={15} className="mt-[5px] text-ink-soft" />
      <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-0.5">
        <span className="wrap-anywhere">{carrierName(carrier)}</span>
        {trackingNumber === null ? null : <CopyText text={trackingNumber} what="tracking number" />}
        {isVoid ? null : (
          <span className="flex gap-3 print:hidden">
            {link === null ? null : (
              <PlainLink href={link} external>
                Track
              </PlainLink>
            )}
            <TextLink href={orderPath(number, `/parcels/${id}`)}>Correct</TextLink>
          </span>
        )}
      </div>
    </div>
  );
}

/** "22 Nov 2026": a day of the calendar, the same in every time zone. */
export function dayWords(isoDay: string): string {
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return dateFormat('en-GB', format).format(Date.parse(isoDay));
}
