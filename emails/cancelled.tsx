import { ActionButton } from '#emails/_parts/action-button';
import { Closing, closingText } from '#emails/_parts/closing';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { ItemsTable, itemsText } from '#emails/_parts/lines-table';
import { mailWords } from '#emails/_parts/mail-words';
import type { MessageItem, MessageProps } from '#emails/_parts/message-props';
import { Part } from '#emails/_parts/part';
import { Prose, Quote } from '#emails/_parts/prose';
import { worded } from '#emails/_parts/wordings';

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

export default function CancelledEmail(props: CancelledProps) {
  const { say } = mailWords(props.locale);
  return (
    <Layout
      message={props}
      preview={opening(props)}
      heading={worded(props, 'heading', say('cancelled.heading'))}
    >
      <Greeting message={props}>{opening(props)}</Greeting>
      {props.reason ? (
        <Part heading={say('cancelled.reason')}>
          <Quote words={props.reason} />
        </Part>
      ) : null}
      {props.refundAmount ? (
        <Part heading={say('cancelled.yourPayment')}>
          <Prose>{say('cancelled.refund', { amount: props.refundAmount })}</Prose>
        </Part>
      ) : null}
      {props.items.length > 0 ? (
        <Part heading={say('cancelled.items')}>
          <ItemsTable items={props.items} />
        </Part>
      ) : null}
      <Closing message={props} original={say('cancelled.notWanted')} />
      <ActionButton href={props.trackingUrl} label={say('cancelled.seeOrder')} />
    </Layout>
  );
}

export function cancelledText(props: CancelledProps): string {
  const { say } = mailWords(props.locale);
  return joinBlocks([
    greetingText(props),
    opening(props),
    props.reason
      ? `${say('text.heading', { label: say('cancelled.reason') })}\n${props.reason}`
      : undefined,
    props.refundAmount ? say('cancelled.refund', { amount: props.refundAmount }) : undefined,
    props.items.length > 0
      ? `${say('text.heading', { label: say('cancelled.items') })}\n${itemsText(props.items)}`
      : undefined,
    closingText(props, say('cancelled.notWanted')),
    `${say('text.heading', { label: say('cancelled.seeOrder') })}\n${props.trackingUrl}`,
    footerText(props),
  ]);
}

function opening(props: CancelledProps): string {
  const { orderNumber: number, total: amount, cancelledOn: date } = props;
  const original = mailWords(props.locale).say('cancelled.opening', { number, amount, date });
  return worded(props, 'opening', original, { amount, date });
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
