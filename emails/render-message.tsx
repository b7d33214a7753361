import type { ReactElement } from 'react';
import { render } from 'react-email';
import { cleanProps } from '#emails/_parts/clean-props';
import { coloured } from '#emails/_parts/coloured';
import { mailWords } from '#emails/_parts/mail-words';
import { mirrored } from '#emails/_parts/mirrored';
import CancelledEmail, { type CancelledProps, cancelledText } from './cancelled';
import CodeReplacedEmail, { type CodeReplacedProps, codeReplacedText } from './code-replaced';
import LateEmail, { type LateProps, lateText } from './late';
import OrderReceivedEmail, { type OrderReceivedProps, orderReceivedText } from './order-received';
import PaidEmail, { type PaidProps, paidText } from './paid';
import RequestAnsweredEmail, {
  type RequestAnsweredProps,
  requestAnsweredText,
} from './request-answered';
import ShippedEmail, { type ShippedProps, shippedText } from './shipped';
import SignInLinkEmail, { type SignInLinkProps, signInLinkText } from './sign-in-link';

export type EmailMessage =
  | Readonly<{ template: 'order_received'; props: OrderReceivedProps }>
  | Readonly<{ template: 'paid'; props: PaidProps }>
  | Readonly<{ template: 'shipped'; props: ShippedProps }>
  | Readonly<{ template: 'cancelled'; props: CancelledProps }>
  | Readonly<{ template: 'code_replaced'; props: CodeReplacedProps }>
  | Readonly<{ template: 'sign_in_link'; props: SignInLinkProps }>
  | Readonly<{ template: 'request_answered'; props: RequestAnsweredProps }>
  | Readonly<{ template: 'late'; props: LateProps }>;

export type RenderedMessage = Readonly<{ html: string; text: string }>;

type Draft = Readonly<{ body: ReactElement; text: string }>;

/**
 * The two parts of a message: a whole HTML document that loads nothing but the shop's picture, and
 * a text part. The same props give the same message.
 */
export async function renderMessage(message: EmailMessage): Promise<RenderedMessage> {
  const { body, text } = draft(cleanProps(message));
  const html = coloured(await render(body), message.props.brand?.accent ?? '');
  const { direction } = mailWords(message.props.locale);
  return { html: direction === 'rtl' ? mirrored(html) : html, text };
}

function draft({ template, props }: EmailMessage): Draft {
  switch (template) {
    case 'order_received':
      return { body: <OrderReceivedEmail {...props} />, text: orderReceivedText(props) };
    case 'paid':
      return { body: <PaidEmail {...props} />, text: paidText(props) };
    case 'shipped':
      return { body: <ShippedEmail {...props} />, text: shippedText(props) };
    case 'cancelled':
      return { body: <CancelledEmail {...props} />, text: cancelledText(props) };
    case 'code_replaced':
      return { body: <CodeReplacedEmail {...props} />, text: codeReplacedText(props) };
    case 'sign_in_link':
      return { body: <SignInLinkEmail {...props} />, text: signInLinkText(props) };
    case 'request_answered':
      return { body: <RequestAnsweredEmail {...props} />, text: requestAnsweredText(props) };
    case 'late':
      return { body: <LateEmail {...props} />, text: lateText(props) };
    default:
      return template satisfies never;
  }
}
