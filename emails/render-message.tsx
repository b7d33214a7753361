import type { ReactElement } from 'react';
import { render } from 'react-email';
import { cleanProps } from '#emails/_parts/clean-props';
import CancelledEmail, { type CancelledProps, cancelledSubject, cancelledText } from './cancelled';
import OrderReceivedEmail, {
  type OrderReceivedProps,
  orderReceivedSubject,
  orderReceivedText,
} from './order-received';
import PaidEmail, { type PaidProps, paidSubject, paidText } from './paid';
import ShippedEmail, { type ShippedProps, shippedSubject, shippedText } from './shipped';

export type EmailMessage =
  | Readonly<{ template: 'order_received'; props: OrderReceivedProps }>
  | Readonly<{ template: 'paid'; props: PaidProps }>
  | Readonly<{ template: 'shipped'; props: ShippedProps }>
  | Readonly<{ template: 'cancelled'; props: CancelledProps }>;

export type RenderedMessage = Readonly<{ subject: string; html: string; text: string }>;

type Draft = Readonly<{ subject: string; body: ReactElement; text: string }>;

/**
 * The message ready to be sent: a subject of one line without control characters, a whole HTML
 * document that loads nothing from anywhere, and a text part. The same props give the same message.
 */
export async function renderMessage(message: EmailMessage): Promise<RenderedMessage> {
  const { subject, body, text } = draft(cleanProps(message));
  return { subject, html: await render(body), text };
}

function draft({ template, props }: EmailMessage): Draft {
  switch (template) {
    case 'order_received':
      return {
        subject: orderReceivedSubject(props),
        body: <OrderReceivedEmail {...props} />,
        text: orderReceivedText(props),
      };
    case 'paid':
      return { subject: paidSubject(props), body: <PaidEmail {...props} />, text: paidText(props) };
    case 'shipped':
      return {
        subject: shippedSubject(props),
        body: <ShippedEmail {...props} />,
        text: shippedText(props),
      };
    case 'cancelled':
      return {
        subject: cancelledSubject(props),
        body: <CancelledEmail {...props} />,
        text: cancelledText(props),
      };
    default:
      return template satisfies never;
  }
}
