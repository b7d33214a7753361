import { ActionButton } from '#emails/_parts/action-button';
import { Addresses, addressesText, hasAddress } from '#emails/_parts/addresses';
import { Closing, closingText } from '#emails/_parts/closing';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { ItemsTable, itemsText } from '#emails/_parts/lines-table';
import { mailWords } from '#emails/_parts/mail-words';
import type { MessageItem, MessageProps } from '#emails/_parts/message-props';
import { type MessageParcel, ParcelPanel, parcelText } from '#emails/_parts/parcel-panel';
import { Part } from '#emails/_parts/part';
import { Quote } from '#emails/_parts/prose';
import { styles } from '#emails/_parts/theme';
import { worded } from '#emails/_parts/wordings';

/**
 * `items` is everything in this shipment, `itemsToFollow` what the order still waits for. The items
 * are listed parcel by parcel where every parcel knows its own, else once for all parcels.
 */
export type ShippedProps = MessageProps &
  Readonly<{
    shippedOn: string;
    parcels: readonly MessageParcel[];
    items: readonly MessageItem[];
    itemsToFollow?: readonly MessageItem[] | undefined;
    note?: string | undefined;
    shippingAddress?: readonly string[] | undefined;
  }>;

export default function ShippedEmail(props: ShippedProps) {
  const { say } = mailWords(props.locale);
  return (
    <Layout
      message={props}
      preview={opening(props)}
      heading={worded(props, 'heading', say('shipped.heading'))}
    >
      <Greeting message={props}>{opening(props)}</Greeting>
      <ActionButton href={props.trackingUrl} label={say('shipped.follow')} />
      {props.note ? (
        <Part heading={say('shipped.noteFrom', { shop: props.shopName })}>
          <Quote words={props.note} />
        </Part>
      ) : null}
      <Parcels {...props} />
      <Items heading={say('shipped.inside')} items={itemsOutsideParcels(props)} />
      <Items heading={say('shipped.toFollow')} items={props.itemsToFollow ?? []} />
      {hasAddress(deliveryOf(props)) ? (
        <Part>
          <Addresses {...deliveryOf(props)} />
        </Part>
      ) : null}
      <Closing message={props} />
    </Layout>
  );
}

export function shippedText(props: ShippedProps): string {
  const { locale, parcels, itemsToFollow = [] } = props;
  const { say } = mailWords(locale);
  const inside = itemsOutsideParcels(props);
  return joinBlocks([
    greetingText(props),
    opening(props),
    props.note
      ? `${say('text.heading', { label: say('shipped.noteFrom', { shop: props.shopName }) })}\n${props.note}`
      : undefined,
    ...parcels.map((parcel, index) =>
      parcelText({ locale, parcel, position: index + 1, count: parcels.length }),
    ),
    inside.length > 0
      ? `${say('text.heading', { label: say('shipped.inside') })}\n${itemsText(inside)}`
      : undefined,
    itemsToFollow.length > 0
      ? `${say('text.heading', { label: say('shipped.toFollow') })}\n${itemsText(itemsToFollow)}`
      : undefined,
    addressesText(deliveryOf(props)),
    closingText(props),
    `${say('text.heading', { label: say('shipped.follow') })}\n${props.trackingUrl}`,
    footerText(props),
  ]);
}

function Parcels({ locale, parcels }: ShippedProps) {
  const { say } = mailWords(locale);
  return parcels.length === 0 ? null : (
    <Part heading={say('shipped.parcels', { count: parcels.length })}>
      {parcels.map((parcel, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parcels have no other name
        <div key={index} style={index > 0 ? styles.nextPanel : undefined}>
          <ParcelPanel
            locale={locale}
            parcel={parcel}
            position={index + 1}
            count={parcels.length}
          />
        </div>
      ))}
    </Part>
  );
}

function Items({ heading, items }: Readonly<{ heading: string; items: readonly MessageItem[] }>) {
  return items.length === 0 ? null : (
    <Part heading={heading}>
      <ItemsTable items={items} />
    </Part>
  );
}

function opening(props: ShippedProps): string {
  const { locale, orderNumber: number, parcels, shippedOn: date, itemsToFollow = [] } = props;
  const { say } = mailWords(locale);
  const count = Math.max(1, parcels.length);
  const counted = say('count', { count });
  const original = say('shipped.left', { count, counted, number, date });
  const key = count === 1 ? 'opening' : 'opening_many';
  const left = worded(props, key, original, { date, parcel_count: counted });
  if (itemsToFollow.length === 0) return left;
  const rest = worded(props, 'rest_follows', say('shipped.restFollows'));
  return say('sentences', { first: left, second: rest });
}

function itemsOutsideParcels({ parcels, items }: ShippedProps): readonly MessageItem[] {
  const isToldByParcels = parcels.length > 0 && parcels.every((parcel) => parcel.items?.length);
  return isToldByParcels ? [] : items;
}

function deliveryOf({ locale, shippingAddress }: ShippedProps) {
  return { locale, shippingAddress };
}

ShippedEmail.PreviewProps = {
  locale: 'en',
  subject: 'Counterfoil Teas: order 1042 is on its way',
  shopName: 'Counterfoil Teas',
  orderNumber: '1042',
  customerName: 'Ada Whitcombe',
  trackingUrl: 'https://teas.example/track/9rJ4mQx2VbT7kLw5',
  shippedOn: 'Tuesday 24 November',
  parcels: [
    {
      carrier: 'UPS',
      trackingNumber: '1Z5R89390357567127',
      trackingUrl: 'https://www.ups.com/track?tracknum=1Z5R89390357567127',
      items: [{ name: 'Assam Second Flush, 250 g', sku: 'ASSAM-250', quantity: 2 }],
    },
    {
      carrier: 'DHL',
      trackingNumber: '3318810025',
      trackingUrl: 'https://www.dhl.com/en/express/tracking.html?AWB=3318810025',
      items: [{ name: 'Stoneware teapot, moss', sku: 'POT-MOSS', quantity: 1 }],
    },
  ],
  items: [
    { name: 'Assam Second Flush, 250 g', sku: 'ASSAM-250', quantity: 2 },
    { name: 'Stoneware teapot, moss', sku: 'POT-MOSS', quantity: 1 },
  ],
  note: 'The teapot travels on its own, well wrapped. The lid is inside.\nEnjoy your tea!',
  shippingAddress: ['Ada Whitcombe', '14 Quay Street', 'Whitby YO21 1DH', 'United Kingdom'],
} satisfies ShippedProps;
