import { ActionButton } from '#emails/_parts/action-button';
import { type CodesOfLine, CodesPanel, codesText } from '#emails/_parts/codes-panel';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { mailWords } from '#emails/_parts/mail-words';
import type { MessageProps } from '#emails/_parts/message-props';
import { Part } from '#emails/_parts/part';

/** `lines`: the product whose code was replaced, with all codes that count now. */
export type CodeReplacedProps = MessageProps & Readonly<{ lines: readonly CodesOfLine[] }>;

export default function CodeReplacedEmail(props: CodeReplacedProps) {
  const { locale, lines, orderNumber, trackingUrl } = props;
  const { say } = mailWords(locale);
  return (
    <Layout
      message={props}
      preview={say('replaced.opening', { number: orderNumber })}
      heading={say('replaced.heading')}
    >
      <Greeting message={props}>{say('replaced.opening', { number: orderNumber })}</Greeting>
      <ActionButton href={trackingUrl} label={say('replaced.seeOrder')} />
      <Part heading={say('replaced.yourCodes')}>
        <CodesPanel locale={locale} lines={lines} />
      </Part>
    </Layout>
  );
}

export function codeReplacedText(props: CodeReplacedProps): string {
  const { locale, lines, orderNumber, trackingUrl } = props;
  const { say } = mailWords(locale);
  return joinBlocks([
    greetingText(props),
    say('replaced.opening', { number: orderNumber }),
    `${say('replaced.yourCodes')}:\n\n${codesText(locale, lines)}`,
    `${say('replaced.seeOrder')}:\n${trackingUrl}`,
    footerText(props),
  ]);
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
