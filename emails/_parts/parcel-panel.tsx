import { Link } from 'react-email';
import { ItemsTable, itemsText } from './lines-table';
import type { Locale, MessageItem } from './message-props';
import { Panel } from './panel';
import { safeUrl } from './safe-url';
import { styles } from './theme';

/** `carrier` as a reader knows it ("UPS"); `items` only where it is known what is in which parcel. */
export type MessageParcel = Readonly<{
  carrier?: string | undefined;
  trackingNumber?: string | undefined;
  trackingUrl?: string | undefined;
  items?: readonly MessageItem[] | undefined;
}>;

type ParcelProps = Readonly<{
  locale: Locale;
  parcel: MessageParcel;
  position: number;
  count: number;
}>;

const texts = {
  en: {
    parcel: 'Parcel',
    parcelOf: (position: number, count: number) => `Parcel ${position} of ${count}`,
    noNumber: 'This parcel has no tracking number.',
    follow: 'Follow this parcel',
    followWith: (carrier: string) => `Follow it with ${carrier}`,
    withCarrier: (carrier: string) => ` with ${carrier}`,
    number: (number: string) => `, tracking number ${number}`,
    withoutNumber: ', without a tracking number',
  },
} as const satisfies Record<Locale, unknown>;

export function ParcelPanel(props: ParcelProps) {
  const { locale, parcel } = props;
  const text = texts[locale];
  const url = safeUrl(parcel.trackingUrl);
  return (
    <Panel>
      <div className="muted" style={styles.label}>
        {titleOf(props)}
        {parcel.carrier ? ' · ' : null}
        {parcel.carrier ? <span dir="auto">{parcel.carrier}</span> : null}
      </div>
      {parcel.trackingNumber ? (
        <div dir="ltr" style={styles.trackingNumber}>
          {parcel.trackingNumber}
        </div>
      ) : (
        text.noNumber
      )}
      {url === undefined ? null : (
        <Link className="link" href={url} style={styles.link}>
          {parcel.carrier ? text.followWith(parcel.carrier) : text.follow}
        </Link>
      )}
      {parcel.items?.length ? (
        <div style={styles.parcelItems}>
          <ItemsTable items={parcel.items} />
        </div>
      ) : null}
    </Panel>
  );
}

/** `Parcel 1 of 2 with UPS, tracking number 1Z…`, then the link and the items, line by line. */
export function parcelText(props: ParcelProps): string {
  const { parcel } = props;
  const text = texts[props.locale];
  const carrier = parcel.carrier ? text.withCarrier(parcel.carrier) : '';
  const number = parcel.trackingNumber ? text.number(parcel.trackingNumber) : text.withoutNumber;
  return [
    `${titleOf(props)}${carrier}${number}`,
    safeUrl(parcel.trackingUrl),
    itemsText(parcel.items ?? []),
  ]
    .filter((line) => line)
    .join('\n');
}

function titleOf({ locale, position, count }: ParcelProps): string {
  const text = texts[locale];
  return count === 1 ? text.parcel : text.parcelOf(position, count);
}
