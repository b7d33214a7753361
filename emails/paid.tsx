import { Link } from 'react-email';
import { ActionButton } from '#emails/_parts/action-button';
import { type CodesOfLine, CodesPanel, codesText } from '#emails/_parts/codes-panel';
import { Greeting, greetingText } from '#emails/_parts/greeting';
import { joinBlocks } from '#emails/_parts/join-blocks';
import { footerText, Layout } from '#emails/_parts/layout';
import { LinesTable, linesText } from '#emails/_parts/lines-table';
import type {
  Locale,
  MessageLine,
  MessageProps,
  MessageTotals,
} from '#emails/_parts/message-props';
import { Panel } from '#emails/_parts/panel';
import { Part } from '#emails/_parts/part';
import { styles } from '#emails/_parts/theme';
import { TotalsTable, totalsText } from '#emails/_parts/totals-table';

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
    lines: readonly PaidLine[];
    totals: MessageTotals;
  }>;

const texts = {
  en: {
    heading: 'Your payment has arrived',
    arrived: (amount: string, number: string, date: string, method: string) =>
      `Thank you. ${amount} for your order ${number} reached us on ${date}${method ? `, by ${method}` : ''}.`,
    codesHeading: 'Your codes are here',
    codesHere: (number: string) => `These are the codes of your order ${number}.`,
    willShip: 'We are getting your order ready and will write again when it leaves.',
    yourCodes: 'Your codes',
    yourDownloads: 'Your downloads',
    onOrderPage: (files: number) =>
      files === 1 ? 'Your download is on your order page' : 'Your downloads are on your order page',
    yourOrder: 'Your order',
    seeOrder: 'See your order',
  },
} as const satisfies Record<Locale, unknown>;

export default function PaidEmail(props: PaidProps) {
  const { locale } = props;
  const text = texts[locale];
  return (
    <Layout
      message={props}
      preview={opening(props)}
      heading={props.codesArrived ? text.codesHeading : text.heading}
    >
      <Greeting message={props}>{opening(props)}</Greeting>
      <ActionButton href={props.trackingUrl} label={text.seeOrder} />
      <Codes {...props} />
      <Downloads {...props} />
      <Part heading={text.yourOrder}>
        <LinesTable locale={locale} lines={props.lines} />
        <TotalsTable locale={locale} totals={props.totals} />
      </Part>
    </Layout>
  );
}

export function paidText(props: PaidProps): string {
  const { locale, lines } = props;
  const text = texts[locale];
  const codes = codesText(locale, linesWithCodes(lines));
  const files = fileLines(lines).map((line) => `- ${line.name}`);
  return joinBlocks([
    greetingText(props),
    opening(props),
    codes && `${text.yourCodes}:\n\n${codes}`,
    files.length > 0
      ? [
          `${text.yourDownloads}:`,
          ...files,
          `${text.onOrderPage(files.length)}:`,
          props.trackingUrl,
        ].join('\n')
      : undefined,
    `${text.yourOrder}:\n${linesText(locale, lines)}`,
    totalsText(locale, props.totals),
    `${text.seeOrder}:\n${props.trackingUrl}`,
    footerText(props),
  ]);
}

function Codes({ locale, lines }: PaidProps) {
  const withCodes = linesWithCodes(lines);
  return withCodes.length === 0 ? null : (
    <Part heading={texts[locale].yourCodes}>
      <CodesPanel locale={locale} lines={withCodes} />
    </Part>
  );
}

function Downloads({ locale, lines, trackingUrl }: PaidProps) {
  const text = texts[locale];
  const files = fileLines(lines);
  return files.length === 0 ? null : (
    <Part heading={text.yourDownloads}>
      <Panel>
        {files.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: an order may hold the same product twice
          <div key={index} style={styles.bold}>
            <span dir="auto">{line.name}</span>
          </div>
        ))}
        <Link className="link" href={trackingUrl} style={styles.link}>
          {text.onOrderPage(files.length)}
        </Link>
      </Panel>
    </Part>
  );
}

function opening(props: PaidProps): string {
  const text = texts[props.locale];
  if (props.codesArrived) return text.codesHere(props.orderNumber);
  const method = props.paymentMethod ?? '';
  const arrived = text.arrived(props.amountPaid, props.orderNumber, props.paidOn, method);
  return props.lines.some((line) => line.kind === 'physical')
    ? `${arrived} ${text.willShip}`
    : arrived;
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
