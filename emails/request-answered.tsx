import { ActionButton } from '#emails/_parts/action-button';
import { Closing, closingText } from '#emails/_parts/closing';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { mailWords } from '#emails/_parts/mail-words';
import type { MessageProps } from '#emails/_parts/message-props';
import { Part } from '#emails/_parts/part';
import { Quote } from '#emails/_parts/prose';
import { worded } from '#emails/_parts/wordings';

/** A cancellation that is refused, or comes too late, or what the shop says to a lost parcel. */
export type RequestAnsweredProps = MessageProps &
  Readonly<{
    what: 'cancel_refused' | 'cancel_left' | 'not_received';
    askedOn: string;
    /** In the shop's own words. */
    answer?: string | undefined;
  }>;

export default function RequestAnsweredEmail(props: RequestAnsweredProps) {
  const { say } = mailWords(props.locale);
  return (
    <Layout
      message={props}
      preview={opening(props)}
      heading={worded(props, 'heading', say('answered.heading'))}
    >
      <Greeting message={props}>{opening(props)}</Greeting>
      {props.answer ? (
        <Part heading={say('answered.answer')}>
          <Quote words={props.answer} />
        </Part>
      ) : null}
      <Closing message={props} />
      <ActionButton href={props.trackingUrl} label={say('answered.seeOrder')} />
    </Layout>
  );
}

export function requestAnsweredText(props: RequestAnsweredProps): string {
  const { say } = mailWords(props.locale);
  return joinBlocks([
    greetingText(props),
    opening(props),
    props.answer
      ? `${say('text.heading', { label: say('answered.answer') })}\n${props.answer}`
      : undefined,
    closingText(props),
    `${say('text.heading', { label: say('answered.seeOrder') })}\n${props.trackingUrl}`,
    footerText(props),
  ]);
}

function opening(props: RequestAnsweredProps): string {
  const { orderNumber: number, askedOn: date, what } = props;
  const { key, words } = openings[what];
  const original = mailWords(props.locale).say(words, { number, date });
  return worded(props, key, original, { date });
}

const openings = {
  cancel_refused: { key: 'opening', words: 'answered.cancelRefused' },
  cancel_left: { key: 'opening_left', words: 'answered.cancelLeft' },
  not_received: { key: 'opening_not_received', words: 'answered.notReceived' },
} as const satisfies Record<RequestAnsweredProps['what'], unknown>;

RequestAnsweredEmail.PreviewProps = {
  locale: 'en',
  subject: 'Counterfoil Teas: our answer about order 1042',
  shopName: 'Counterfoil Teas',
  orderNumber: '1042',
  customerName: 'Ada Whitcombe',
  trackingUrl: 'https://teas.example/track/9rJ4mQx2VbT7kLw5',
  what: 'cancel_refused',
  askedOn: '25 November 2026',
  answer: 'The teapot is glazed for you already. We can change the colour of the lid, if you like.',
} satisfies RequestAnsweredProps;
