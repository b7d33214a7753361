import { CopyText } from '#app/_ui/copy-text';
import { Icon } from '#app/_ui/icon';
import { PlainButtonLink } from '#app/_ui/plain-link';
import type { PageParcel, PageShipment } from '#server/tracking/view-shipments';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { copyWords } from '../copy-words';
import { Day } from './day';
import { ItemList } from './item-list';
import { Section } from './section';

type Props = Readonly<{ page: TrackingPage }>;

export function Parcels({ page }: Props) {
  const { shipments, toFollow } = page;
  const { say } = trackingWords(page.locale);
  if (shipments.length === 0) return null;
  const count = shipments.reduce((total, { parcels }) => total + parcels.length, 0);
  return (
    <>
      <Section title={say('parcels.title', { count })}>
        <div className="grid grid-cols-1 gap-4">
          {shipments.map((shipment, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: shipments have no name of their own
            <ShipmentPart key={index} shipment={shipment} page={page} />
          ))}
        </div>
      </Section>
      {toFollow.length > 0 ? (
        <Section title={say('parcels.toFollow')}>
          <ItemList items={toFollow} />
        </Section>
      ) : null}
    </>
  );
}

function ShipmentPart({ shipment, page }: Props & Readonly<{ shipment: PageShipment }>) {
  const { day, parcels, items } = shipment;
  const { say } = trackingWords(page.locale);
  return (
    <div className="overflow-clip rounded-lg border border-line">
      {parcels.length > 0 ? (
        <ul className="divide-y divide-line">
          {parcels.map((parcel, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: parcels have no name of their own
            <ParcelRow key={index} parcel={parcel} day={day} page={page} />
          ))}
        </ul>
      ) : (
        <p className="px-4 py-3 text-ink-soft">
          <Day at={day} page={page} length="weekday" />
        </p>
      )}
      <div className="border-line border-t bg-wash px-4 py-3">
        {parcels.length > 1 ? (
          <p className="mb-1 text-ink-soft text-sm">{say('parcels.inside')}</p>
        ) : null}
        <ItemList items={items} />
      </div>
    </div>
  );
}

type RowProps = Props & Readonly<{ parcel: PageParcel; day: string }>;

function ParcelRow({ parcel: { carrier, trackingNumber, url }, day, page }: RowProps) {
  const { say } = trackingWords(page.locale);
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-3 px-4 py-3">
      <div className="flex min-w-0 flex-1 basis-64 gap-3">
        <Icon name="package" size={20} className="mt-0.5 text-ink-soft" />
        <div className="min-w-0">
          <p>
            <bdi className="wrap-anywhere font-medium">{carrier ?? say('parcels.parcel')}</bdi>
            <span className="text-ink-soft">
              {' · '}
              <Day at={day} page={page} length="weekday" />
            </span>
          </p>
          {trackingNumber ? (
            <CopyText
              text={trackingNumber}
              what={say('copy.trackingNumber')}
              words={copyWords(page.locale)}
            />
          ) : null}
          {trackingNumber === null && url === null ? (
            <p className="text-ink-soft">{say('parcels.noNumber')}</p>
          ) : null}
        </div>
      </div>
      {url ? (
        <PlainButtonLink href={url} icon="external-link" className="print:hidden">
          {say('parcels.follow')}
        </PlainButtonLink>
      ) : null}
    </li>
  );
}
