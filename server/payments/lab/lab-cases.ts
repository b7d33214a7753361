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
 * the order in which they come in; null where the account lacks what it takes to sign.
 */
export function messagesOf(which: LabCase, asked: Asked): readonly LabMessage[] | null {
  const { atMs } = asked.subject;
  const paid = signed(asked, 'approved');
  const refunded = signed(asked, 'refunded');
  if (paid === null || refunded === null) return null;
  const other = (change: Partial<SampleTold>) => signed(asked, 'approved', change) ?? paid;
  switch (which) {
    case 'paid':
      return comingIn(atMs, paid);
    case 'duplicate':
      return comingIn(atMs, paid, paid);
    case 'wrong_amount':
      return comingIn(atMs, other({ amountMinor: asked.subject.amountMinor + 1 }));
    case 'wrong_currency':
      return comingIn(atMs, other({ currency: asked.subject.currency === 'EUR' ? 'USD' : 'EUR' }));
    case 'bad_signature':
      return comingIn(atMs, tamperedWith(paid));
    case 'late':
      return comingIn(atMs, other({ atMs: atMs - lateMs }));
    case 'out_of_order':
      return comingIn(atMs, refunded, paid);
    default:
      return which satisfies never;
  }
}

function comingIn(atMs: number, ...messages: readonly SignedMessage[]): readonly LabMessage[] {
  return messages.map((message) => ({ message, atMs }));
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

/** The last digit of the message is another one than was signed. */
function tamperedWith({ body, headers }: SignedMessage): SignedMessage {
  const changed = Uint8Array.from(body);
  const isDigit = (byte: number) => byte >= 0x30 && byte <= 0x39;
  const place = changed.findLastIndex(isDigit);
  if (place >= 0) changed[place] = changed[place] === 0x39 ? 0x30 : 0x39;
  return { body: changed, headers };
}
