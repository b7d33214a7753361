import { Link } from 'react-email';
import { ItemsTable, itemsText } from './lines-table';
import { mailWords } from './mail-words';
import type { MessageItem } from './message-props';
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
  locale: string;
  parcel: MessageParcel;
  position: number;
  count: number;
}>;

export function ParcelPanel(props: ParcelProps) {
  const { locale, parcel } = props;
  const { say } = mailWords(locale);
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
        say('parcel.noNumber')
      )}
      {url === undefined ? null : (
        <Link className="link" href={url} style={styles.link}>
          {parcel.carrier
            ? say('parcel.followWith', { carrier: parcel.carrier })
            : say('parcel.follow')}
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
  const { carrier = '', trackingNumber = '' } = parcel;
  const line = mailWords(props.locale).say('parcel.line', {
    ...{ label: titleOf(props), carrier, number: trackingNumber },
    hasCarrier: carrier !== '',
    hasNumber: trackingNumber !== '',
  });
  return [line, safeUrl(parcel.trackingUrl), itemsText(parcel.items ?? [])]
    .filter((line) => line)
    .join('\n');
}

function titleOf({ locale, position, count }: ParcelProps): string {
  return mailWords(locale).say('parcel.title', { position, count });
}
