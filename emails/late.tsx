import { ActionButton } from '#emails/_parts/action-button';
import { Closing, closingText } from '#emails/_parts/closing';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { ItemsTable, itemsText } from '#emails/_parts/lines-table';
import { mailWords } from '#emails/_parts/mail-words';
import type { MessageItem, MessageProps } from '#emails/_parts/message-props';
import { Part } from '#emails/_parts/part';
import { Quote } from '#emails/_parts/prose';
import { worded } from '#emails/_parts/wordings';

/**
 * `day` is the new one where staff have named one, perhaps with a note; else the one that was
 * promised and passed, and all that is known is that the order, or a part of it, has not left.
 */
export type LateProps = MessageProps &
  Readonly<{
    day: Readonly<{ isNew: boolean; inWords: string }>;
    note?: string | undefined;
    hasPartLeft?: boolean | undefined;
    /** What has not left. */
    items: readonly MessageItem[];
  }>;

export default function LateEmail(props: LateProps) {
  const { say } = mailWords(props.locale);
  return (
    <Layout message={props} preview={opening(props)} heading={heading(props)}>
      <Greeting message={props}>{opening(props)}</Greeting>
      {props.note ? (
        <Part heading={say('shipped.noteFrom', { shop: props.shopName })}>
          <Quote words={props.note} />
        </Part>
      ) : null}
      {props.items.length > 0 ? (
        <Part heading={say('late.waiting')}>
          <ItemsTable items={props.items} />
        </Part>
      ) : null}
      <Closing message={props} />
      <ActionButton href={props.trackingUrl} label={say('paid.seeOrder')} />
    </Layout>
  );
}

export function lateText(props: LateProps): string {
  const { say } = mailWords(props.locale);
  const headed = (label: string, text: string) => `${say('text.heading', { label })}\n${text}`;
  return joinBlocks([
    greetingText(props),
    opening(props),
    props.note ? headed(say('shipped.noteFrom', { shop: props.shopName }), props.note) : undefined,
    props.items.length > 0 ? headed(say('late.waiting'), itemsText(props.items)) : undefined,
    closingText(props),
    headed(say('paid.seeOrder'), props.trackingUrl),
    footerText(props),
  ]);
}

function heading(props: LateProps): string {
  const { say } = mailWords(props.locale);
  return props.day.isNew
    ? worded(props, 'heading_new_day', say('late.newDayHeading'))
    : worded(props, 'heading', say('late.heading'));
}

function opening(props: LateProps): string {
  const { say } = mailWords(props.locale);
  const { orderNumber: number, day, hasPartLeft } = props;
  const date = day.inWords;
  if (day.isNew)
    return worded(props, 'opening_new_day', say('late.newDay', { number, date }), { date });
  const late = hasPartLeft
    ? worded(props, 'opening_part', say('late.partLeft', { number, date }), { date })
    : worded(props, 'opening', say('late.notLeft', { number, date }), { date });
  const told = worded(props, 'told', say('late.told'));
  return say('sentences', { first: late, second: told });
}

LateEmail.PreviewProps = {
  locale: 'en',
  subject: 'Counterfoil Teas: order 1042 is late',
  shopName: 'Counterfoil Teas',
  orderNumber: '1042',
  customerName: 'Ada Whitcombe',
  trackingUrl: 'https://teas.example/track/9rJ4mQx2VbT7kLw5',
  day: { isNew: false, inWords: 'Tuesday 24 November 2026' },
  items: [
    { name: 'Assam Second Flush, 250 g', sku: 'ASSAM-250', quantity: 2 },
    { name: 'Stoneware teapot, moss', sku: 'POT-MOSS', quantity: 1 },
  ],
} satisfies LateProps;
