import { ActionButton } from '#emails/_parts/action-button';
import { Addresses, addressesText, hasAddress } from '#emails/_parts/addresses';
import { Closing, closingText } from '#emails/_parts/closing';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { LinesTable, linesText } from '#emails/_parts/lines-table';
import { mailWords } from '#emails/_parts/mail-words';
import type { MessageLine, MessageProps, MessageTotals } from '#emails/_parts/message-props';
import { Part } from '#emails/_parts/part';
import { type PaymentInstructions, PaymentPanel, paymentText } from '#emails/_parts/payment-panel';
import { TotalsTable, totalsText } from '#emails/_parts/totals-table';
import { worded } from '#emails/_parts/wordings';

/**
 * `payment` only where the customer has something to do, `isPaid` where nothing is left to wait
 * for; `placedOn` as a person writes a date.
 */
export type OrderReceivedProps = MessageProps &
  Readonly<{
    placedOn: string;
    isPaid?: boolean | undefined;
    lines: readonly MessageLine[];
    totals: MessageTotals;
    payment?: PaymentInstructions | undefined;
    shippingAddress?: readonly string[] | undefined;
    billingAddress?: readonly string[] | undefined;
  }>;

export default function OrderReceivedEmail(props: OrderReceivedProps) {
  const { locale } = props;
  const { say } = mailWords(locale);
  return (
    <Layout
      message={props}
      preview={opening(props)}
      heading={worded(props, 'heading', say('received.heading'))}
    >
      <Greeting message={props}>{opening(props)}</Greeting>
      <ActionButton href={props.trackingUrl} label={say('received.follow')} />
      {props.payment ? (
        <Part heading={say('received.howToPay')}>
          <PaymentPanel locale={locale} orderNumber={props.orderNumber} payment={props.payment} />
        </Part>
      ) : null}
      <Part heading={say('received.yourOrder')}>
        <LinesTable locale={locale} lines={props.lines} />
        <TotalsTable locale={locale} totals={props.totals} />
      </Part>
      {hasAddress(props) ? (
        <Part>
          <Addresses {...props} />
        </Part>
      ) : null}
      <Closing message={props} />
    </Layout>
  );
}

export function orderReceivedText(props: OrderReceivedProps): string {
  const { say } = mailWords(props.locale);
  const { locale, orderNumber, payment } = props;
  return joinBlocks([
    greetingText(props),
    opening(props),
    payment &&
      `${say('text.heading', { label: say('received.howToPay') })}\n${paymentText({ locale, orderNumber, payment })}`,
    `${say('text.heading', { label: say('received.yourOrder') })}\n${linesText(locale, props.lines)}`,
    totalsText(locale, props.totals),
    addressesText(props),
    closingText(props),
    `${say('text.heading', { label: say('received.follow') })}\n${props.trackingUrl}`,
    footerText(props),
  ]);
}

function opening(props: OrderReceivedProps): string {
  const { orderNumber: number, placedOn: date } = props;
  const [key, ours] = props.isPaid
    ? (['opening_paid', 'received.paid'] as const)
    : props.payment
      ? (['opening_pay_first', 'received.payFirst'] as const)
      : (['opening', 'received.waiting'] as const);
  return worded(props, key, mailWords(props.locale).say(ours, { number, date }), { date });
}

OrderReceivedEmail.PreviewProps = {
  locale: 'en',
  subject: 'Counterfoil Teas: order 1042 received',
  shopName: 'Counterfoil Teas',
  orderNumber: '1042',
  customerName: 'Ada Whitcombe',
  trackingUrl: 'https://teas.example/track/9rJ4mQx2VbT7kLw5',
  placedOn: '23 November 2026',
  lines: [
    {
      name: 'Assam Second Flush, 250 g',
      sku: 'ASSAM-250',
      quantity: 2,
      unitPrice: '£9.50',
      total: '£19.00',
    },
    {
      name: 'Stoneware teapot, moss',
      sku: 'POT-MOSS',
      quantity: 1,
      unitPrice: '£34.00',
      total: '£34.00',
    },
    {
      name: 'Brewing guide (PDF)',
      sku: 'GUIDE-PDF',
      quantity: 1,
      unitPrice: '£4.00',
      total: '£4.00',
    },
  ],
  totals: {
    items: '£57.00',
    discount: '£5.00',
    shipping: '£3.90',
    shippingMethod: 'Royal Mail Tracked 48',
    tax: '£9.32',
    grand: '£65.22',
  },
  payment: {
    method: 'wire',
    amountDue: '£65.22',
    instructions:
      'Counterfoil Teas Ltd, Harbour Bank\nIBAN GB33 BUKB 2020 1555 5555 55\nBIC BUKBGB22\n\nWe keep your order for ten days.',
  },
  shippingAddress: ['Ada Whitcombe', '14 Quay Street', 'Whitby YO21 1DH', 'United Kingdom'],
  billingAddress: ['Whitcombe & Daughters', '2 Baxtergate', 'Whitby YO21 1BL', 'United Kingdom'],
} satisfies OrderReceivedProps;
