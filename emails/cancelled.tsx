import { ActionButton } from '#emails/_parts/action-button';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { ItemsTable, itemsText } from '#emails/_parts/lines-table';
import type { Locale, MessageItem, MessageProps } from '#emails/_parts/message-props';
import { Part } from '#emails/_parts/part';
import { Prose, Quote } from '#emails/_parts/prose';

/**
 * `refundAmount` only where a payment was marked to be given back: the message promises it. `total`
 * is the order's grand total.
 */
export type CancelledProps = MessageProps &
  Readonly<{
    cancelledOn: string;
    reason?: string | undefined;
    refundAmount?: string | undefined;
    items: readonly MessageItem[];
    total: string;
  }>;

const texts = {
  en: {
    heading: 'Your order was cancelled',
    cancelled: (number: string, total: string, date: string) =>
      `Your order ${number} for ${total} was cancelled on ${date}.`,
    reason: 'The reason',
    yourPayment: 'Your payment',
    refund: (amount: string) =>
      `${amount} is marked to be given back to you. How soon it arrives depends on how you paid.`,
    whatWasCancelled: 'What was cancelled',
    notWanted: 'Not what you wanted? Reply to this e-mail and we will put it right.',
    seeOrder: 'See your order',
  },
} as const satisfies Record<Locale, unknown>;

export default function CancelledEmail(props: CancelledProps) {
  const text = texts[props.locale];
  return (
    <Layout message={props} preview={opening(props)} heading={text.heading}>
      <Greeting message={props}>{opening(props)}</Greeting>
      {props.reason ? (
        <Part heading={text.reason}>
          <Quote words={props.reason} />
        </Part>
      ) : null}
      {props.refundAmount ? (
        <Part heading={text.yourPayment}>
          <Prose>{text.refund(props.refundAmount)}</Prose>
        </Part>
      ) : null}
      {props.items.length > 0 ? (
        <Part heading={text.whatWasCancelled}>
          <ItemsTable items={props.items} />
        </Part>
      ) : null}
      <Part>
        <Prose>{text.notWanted}</Prose>
      </Part>
      <ActionButton href={props.trackingUrl} label={text.seeOrder} />
    </Layout>
  );
}

export function cancelledText(props: CancelledProps): string {
  const text = texts[props.locale];
  return joinBlocks([
    greetingText(props),
    opening(props),
    props.reason ? `${text.reason}:\n${props.reason}` : undefined,
    props.refundAmount ? text.refund(props.refundAmount) : undefined,
    props.items.length > 0 ? `${text.whatWasCancelled}:\n${itemsText(props.items)}` : undefined,
    text.notWanted,
    `${text.seeOrder}:\n${props.trackingUrl}`,
    footerText(props),
  ]);
}

function opening({ locale, orderNumber, total, cancelledOn }: CancelledProps): string {
  return texts[locale].cancelled(orderNumber, total, cancelledOn);
}

CancelledEmail.PreviewProps = {
  locale: 'en',
  subject: 'Counterfoil Teas: order 1042 cancelled',
  shopName: 'Counterfoil Teas',
  orderNumber: '1042',
  customerName: 'Ada Whitcombe',
  trackingUrl: 'https://teas.example/track/9rJ4mQx2VbT7kLw5',
  cancelledOn: '25 November 2026',
  reason:
    'The moss glaze cracked in the kiln and we cannot make another before Christmas. We are sorry.',
  refundAmount: '£65.22',
  items: [
    { name: 'Assam Second Flush, 250 g', sku: 'ASSAM-250', quantity: 2 },
    { name: 'Stoneware teapot, moss', sku: 'POT-MOSS', quantity: 1 },
  ],
  total: '£65.22',
} satisfies CancelledProps;
