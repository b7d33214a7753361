import { ActionButton } from '#emails/_parts/action-button';
import { Closing, closingText } from '#emails/_parts/closing';
import { type CodesOfLine, CodesPanel, codesText } from '#emails/_parts/codes-panel';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { mailWords } from '#emails/_parts/mail-words';
import type { MessageProps } from '#emails/_parts/message-props';
import { Part } from '#emails/_parts/part';
import { worded } from '#emails/_parts/wordings';

/** `lines`: the product whose code was replaced, with all codes that count now. */
export type CodeReplacedProps = MessageProps & Readonly<{ lines: readonly CodesOfLine[] }>;

export default function CodeReplacedEmail(props: CodeReplacedProps) {
  const { locale, lines, trackingUrl } = props;
  const { say } = mailWords(locale);
  return (
    <Layout
      message={props}
      preview={opening(props)}
      heading={worded(props, 'heading', say('replaced.heading'))}
    >
      <Greeting message={props}>{opening(props)}</Greeting>
      <ActionButton href={trackingUrl} label={say('replaced.seeOrder')} />
      <Part heading={say('replaced.yourCodes')}>
        <CodesPanel locale={locale} lines={lines} />
      </Part>
      <Closing message={props} />
    </Layout>
  );
}

export function codeReplacedText(props: CodeReplacedProps): string {
  const { locale, lines, trackingUrl } = props;
  const { say } = mailWords(locale);
  return joinBlocks([
    greetingText(props),
    opening(props),
    `${say('text.heading', { label: say('replaced.yourCodes') })}\n\n${codesText(locale, lines)}`,
    closingText(props),
    `${say('text.heading', { label: say('replaced.seeOrder') })}\n${trackingUrl}`,
    footerText(props),
  ]);
}

function opening(props: CodeReplacedProps): string {
  const original = mailWords(props.locale).say('replaced.opening', { number: props.orderNumber });
  return worded(props, 'opening', original);
}

CodeReplacedEmail.PreviewProps = {
  locale: 'en',
  subject: 'Counterfoil Teas: a new code for order 1042',
  shopName: 'Counterfoil Teas',
  orderNumber: '1042',
  customerName: 'Ada Whitcombe',
  trackingUrl: 'https://teas.example/track/9rJ4mQx2VbT7kLw5',
  lines: [
    {
      name: 'Online tasting, one seat',
      codes: ['K7QF-2MXD-98RT', 'P3WN-6HJB-41ZC'],
      codesMissing: 0,
    },
  ],
} satisfies CodeReplacedProps;
