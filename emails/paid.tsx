import { Link } from 'react-email';
import { ActionButton } from '#emails/_parts/action-button';
import { Closing, closingText } from '#emails/_parts/closing';
import { type CodesOfLine, CodesPanel, codesText } from '#emails/_parts/codes-panel';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { LinesTable, linesText } from '#emails/_parts/lines-table';
import { mailWords } from '#emails/_parts/mail-words';
import type { MessageLine, MessageProps, MessageTotals } from '#emails/_parts/message-props';
import { Panel } from '#emails/_parts/panel';
import { Part } from '#emails/_parts/part';
import { styles } from '#emails/_parts/theme';
import { TotalsTable, totalsText } from '#emails/_parts/totals-table';
import { worded } from '#emails/_parts/wordings';

/** A line and what the payment has unlocked. `codesMissing` is how many codes are still owed. */
export type PaidLine = MessageLine &
  (
    | Readonly<{ kind: 'physical' }>
    | Readonly<{ kind: 'file' }>
    | Readonly<{ kind: 'codes'; codes: readonly string[]; codesMissing: number }>
  );

/**
 * `paymentMethod` in the customer's words: "Visa ending 4242", "bank transfer". `codesArrived` where
 * the payment was told before and codes that were missing then are in now.
 */
export type PaidProps = MessageProps &
  Readonly<{
    paidOn: string;
    amountPaid: string;
    paymentMethod?: string | undefined;
    codesArrived?: boolean | undefined;
    /** In words; left out where no day is promised. */
    expectedOn?: string | undefined;
    lines: readonly PaidLine[];
    totals: MessageTotals;
  }>;

export default function PaidEmail(props: PaidProps) {
  const { locale } = props;
  const { say } = mailWords(locale);
  return (
    <Layout
      message={props}
      preview={opening(props)}
      heading={
        props.codesArrived
          ? worded(props, 'heading_codes', say('paid.codesHeading'))
          : worded(props, 'heading', say('paid.heading'))
      }
    >
      <Greeting message={props}>{opening(props)}</Greeting>
      <ActionButton href={props.trackingUrl} label={say('paid.seeOrder')} />
      <Codes {...props} />
      <Downloads {...props} />
      <Part heading={say('paid.yourOrder')}>
        <LinesTable locale={locale} lines={props.lines} />
        <TotalsTable locale={locale} totals={props.totals} />
      </Part>
      <Closing message={props} />
    </Layout>
  );
}

export function paidText(props: PaidProps): string {
  const { locale, lines } = props;
  const { say } = mailWords(locale);
  const codes = codesText(locale, linesWithCodes(lines));
  const files = fileLines(lines).map((line) => `- ${line.name}`);
  return joinBlocks([
    greetingText(props),
    opening(props),
    codes && `${say('text.heading', { label: say('paid.yourCodes') })}\n\n${codes}`,
    files.length > 0
      ? [
          `${say('text.heading', { label: say('paid.yourDownloads') })}`,
          ...files,
          `${say('text.heading', { label: say('paid.onOrderPage', { count: files.length }) })}`,
          props.trackingUrl,
        ].join('\n')
      : undefined,
    `${say('text.heading', { label: say('paid.yourOrder') })}\n${linesText(locale, lines)}`,
    totalsText(locale, props.totals),
    closingText(props),
    `${say('text.heading', { label: say('paid.seeOrder') })}\n${props.trackingUrl}`,
    footerText(props),
  ]);
}

function Codes({ locale, lines }: PaidProps) {
  const withCodes = linesWithCodes(lines);
  return withCodes.length === 0 ? null : (
    <Part heading={mailWords(locale).say('paid.yourCodes')}>
      <CodesPanel locale={locale} lines={withCodes} />
    </Part>
  );
}

function Downloads({ locale, lines, trackingUrl }: PaidProps) {
  const { say } = mailWords(locale);
  const files = fileLines(lines);
  return files.length === 0 ? null : (
    <Part heading={say('paid.yourDownloads')}>
      <Panel>
        {files.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an order may hold the same product twice
          <div key={index} style={styles.bold}>
            <span dir="auto">{line.name}</span>
          </div>
        ))}
        <Link className="link" href={trackingUrl} style={styles.link}>
          {say('paid.onOrderPage', { count: files.length })}
        </Link>
      </Panel>
    </Part>
  );
}

function opening(props: PaidProps): string {
  const { say } = mailWords(props.locale);
  const { orderNumber: number, amountPaid: amount, paidOn: date, paymentMethod: method } = props;
  if (props.codesArrived) {
    return worded(props, 'opening_codes', say('paid.codesHere', { number }));
  }
  const original = method
    ? say('paid.arrivedBy', { number, amount, date, method })
    : say('paid.arrived', { number, amount, date });
  const arrived = worded(props, 'opening', original, { amount, date });
  return props.lines.some((line) => line.kind === 'physical')
    ? say('sentences', { first: arrived, second: whatComes(props) })
    : arrived;
}

function whatComes(props: PaidProps): string {
  const { say } = mailWords(props.locale);
  const willShip = worded(props, 'will_ship', say('paid.willShip'));
  const { expectedOn: date } = props;
  if (date === undefined) return willShip;
  const expected = worded(props, 'expected', say('paid.expected', { date }), { date });
  return say('sentences', { first: willShip, second: expected });
}

function linesWithCodes(lines: readonly PaidLine[]): readonly CodesOfLine[] {
  return lines
    .filter((line) => line.kind === 'codes')
    .filter((line) => line.codes.length > 0 || line.codesMissing > 0);
}

function fileLines(lines: readonly PaidLine[]): readonly PaidLine[] {
  return lines.filter((line) => line.kind === 'file');
}

PaidEmail.PreviewProps = {
  locale: 'en',
  subject: 'Counterfoil Teas: payment for order 1042 received',
  shopName: 'Counterfoil Teas',
  orderNumber: '1042',
  customerName: 'Ada Whitcombe',
  trackingUrl: 'https://teas.example/track/9rJ4mQx2VbT7kLw5',
  paidOn: '24 November 2026',
  amountPaid: '£99.60',
  paymentMethod: 'Visa ending 4242',
  expectedOn: 'Monday 30 November 2026',
  lines: [
    {
      kind: 'physical',
      name: 'Assam Second Flush, 250 g',
      sku: 'ASSAM-250',
      quantity: 2,
      unitPrice: '£9.50',
      total: '£19.00',
    },
    {
      kind: 'codes',
      name: 'Online tasting, one seat',
      sku: 'TASTING',
      quantity: 3,
      unitPrice: '£20.00',
      total: '£60.00',
      codes: ['K7QF-2MXD-98RT', 'P3WN-6HJB-41ZC'],
      codesMissing: 1,
    },
    {
      kind: 'file',
      name: 'Brewing guide (PDF)',
      sku: 'GUIDE-PDF',
      quantity: 1,
      unitPrice: '£4.00',
      total: '£4.00',
    },
  ],
  totals: { items: '£83.00', tax: '£16.60', grand: '£99.60' },
} satisfies PaidProps;
