import type { Currency } from '#domain/currency';
import type { GatewayAccount, SignedMessage } from '../gateways/gateway';
import type { SampleTold, SignSample } from '../gateways/samples/sample';

/** What can be tried out with an account, in the order in which it is offered. */
export const labCases = [
  'paid',
  'duplicate',
  'wrong_amount',
  'wrong_currency',
  'bad_signature',
  'late',
  'out_of_order',
] as const;
export type LabCase = (typeof labCases)[number];

/** A message of a case, and when it comes in (ms UTC). */
export type LabMessage = Readonly<{ message: SignedMessage; atMs: number }>;

/** The order that the messages are about. `reference` makes their ids unlike those of other tries. */
type LabSubject = Readonly<{
  orderNumber: string;
  amountMinor: number;
  currency: Currency;
  reference: string;
  atMs: number;
}>;

type Asked = Readonly<{ subject: LabSubject; account: GatewayAccount; sign: SignSample }>;

const lateMs = 15 * 60 * 1000;

/**
 * The messages of a case as the gateway would send them, signed with the account's own secrets, in
 * the order in which they come in; null where the account lacks what it takes to sign one of them,
 * or the gateway has no message that tells it.
 */
export function messagesOf(which: LabCase, asked: Asked): readonly LabMessage[] | null {
  const { atMs, amountMinor, currency } = asked.subject;
  const paid = signed(asked, 'approved');
  const other = (change: Partial<SampleTold>) => signed(asked, 'approved', change);
  switch (which) {
    case 'paid':
      return comingIn(atMs, paid);
    case 'duplicate':
      return comingIn(atMs, paid, paid);
    case 'wrong_amount':
      return comingIn(atMs, other({ amountMinor: amountMinor + 1 }));
    case 'wrong_currency':
      return comingIn(atMs, other({ currency: currency === 'EUR' ? 'USD' : 'EUR' }));
    case 'bad_signature':
      return comingIn(atMs, paid && tamperedWith(paid));
    case 'late':
      return comingIn(atMs, other({ atMs: atMs - lateMs }));
    case 'out_of_order':
      return comingIn(atMs, signed(asked, 'refunded'), paid);
    default:
      return which satisfies never;
  }
}

function comingIn(
  atMs: number,
  ...messages: readonly (SignedMessage | null)[]
): readonly LabMessage[] | null {
  const signed = messages.filter((message) => message !== null);
  return signed.length < messages.length ? null : signed.map((message) => ({ message, atMs }));
}

function signed(
  { subject, account, sign }: Asked,
  status: SampleTold['status'],
  change: Partial<SampleTold> = {},
): SignedMessage | null {
  const { reference, ...told } = subject;
  return sign(
    {
      ...told,
      status,
      transactionId: `lab${reference}`,
      authorizationCode: 'LAB123',
      eventId: `${reference}${status}`,
      ...change,
    },
    account,
  );
}

/** The last letter or digit of the message is another than was signed, which may be the signature's. */
function tamperedWith({ body, headers }: SignedMessage): SignedMessage {
  const changed = Uint8Array.from(body);
  const place = changed.findLastIndex((byte) => /[0-9a-z]/i.test(String.fromCharCode(byte)));
  if (place >= 0) changed[place] = changed[place] === zero ? zero + 1 : zero;
  return { body: changed, headers };
}

const zero = 0x30;
