import { directionOf } from '#domain/language';
import type { MessageTemplate } from '#domain/vocabulary';
import { mailWords } from './mail-words';
import type { MessageProps } from './message-props';

/**
 * The names that a shopkeeper may use in a text of a message, each in braces, and what each stands
 * for in plain words.
 */
export const placeholders = {
  shop_name: 'the name of your shop',
  order_number: 'the number of the order',
  customer_name: 'the customer’s name',
  amount: 'the amount in the currency of the order',
  date: 'the day of which the message tells',
  parcel_count: 'how many parcels there are',
} as const;

export type PlaceholderName = keyof typeof placeholders;

/** What is put in their places. */
export type PlaceholderValues = Readonly<Partial<Record<PlaceholderName, string>>>;

/** One text that a shopkeeper may write anew; the places in the order of the message. */
export type Wording = Readonly<{
  key: string;
  label: string;
  placeholders: readonly PlaceholderName[];
  /** As we write it, with names in braces; empty where the message has no such text of its own. */
  original: (locale: string) => string;
  isLong?: boolean;
}>;

const named = ['shop_name', 'order_number'] as const;
const everyone = [...named, 'customer_name'] as const;
const ofCustomer = ['shop_name', 'customer_name'] as const;

const number = '{order_number}';
const shop = '{shop_name}';
const amount = '{amount}';
const date = '{date}';

const noClosing: Wording = {
  key: 'closing',
  label: 'Closing words',
  placeholders: everyone,
  original: () => '',
  isLong: true,
};

/** All texts that may be written anew, by message. */
export const wordingsOf: Readonly<Record<MessageTemplate, readonly Wording[]>> = {
  order_received: [
    wording('subject', 'Subject', named, (l) => l.say('subject.orderReceived', { shop, number })),
    wording('heading', 'Heading', everyone, (l) => l.say('received.heading')),
    wording('opening', 'Opening words, when the payment is to be confirmed', withDate(), (l) =>
      l.say('received.waiting', { number, date }),
    ),
    wording('opening_pay_first', 'Opening words, when the customer has to pay', withDate(), (l) =>
      l.say('received.payFirst', { number, date }),
    ),
    wording('opening_paid', 'Opening words, when it is paid already', withDate(), (l) =>
      l.say('received.paid', { number, date }),
    ),
    noClosing,
  ],
  paid: [
    wording('subject', 'Subject', named, (l) => l.say('subject.paid', { shop, number })),
    wording('heading', 'Heading', everyone, (l) => l.say('paid.heading')),
    wording('opening', 'Opening words', withAmount(), (l) =>
      l.say('paid.arrived', { amount, number, date }),
    ),
    wording('will_ship', 'Next words, when goods are still to leave', everyone, (l) =>
      l.say('paid.willShip'),
    ),
    wording('expected', 'Next words, when a day is promised', withDate(), (l) =>
      l.say('paid.expected', { date }),
    ),
    wording('subject_codes', 'Subject, when missing codes have come in', named, (l) =>
      l.say('subject.codes', { shop, number }),
    ),
    wording('heading_codes', 'Heading, when missing codes have come in', everyone, (l) =>
      l.say('paid.codesHeading'),
    ),
    wording('opening_codes', 'Opening words, when missing codes have come in', everyone, (l) =>
      l.say('paid.codesHere', { number }),
    ),
    noClosing,
  ],
  shipped: [
    wording('subject', 'Subject', named, (l) => l.say('subject.shipped', { shop, number })),
    wording('heading', 'Heading', everyone, (l) => l.say('shipped.heading')),
    wording('opening', 'Opening words, for one parcel', withDate(), (l) =>
      l.say('shipped.left', { count: 1, counted: '', number, date }),
    ),
    wording('opening_many', 'Opening words, for several parcels', withCount(), (l) =>
      l.say('shipped.left', { count: 20, counted: '{parcel_count}', number, date }),
    ),
    wording('rest_follows', 'Next words, when a part is still to leave', everyone, (l) =>
      l.say('shipped.restFollows'),
    ),
    noClosing,
  ],
  cancelled: [
    wording('subject', 'Subject', named, (l) => l.say('subject.cancelled', { shop, number })),
    wording('heading', 'Heading', everyone, (l) => l.say('cancelled.heading')),
    wording('opening', 'Opening words', withAmount(), (l) =>
      l.say('cancelled.opening', { number, amount, date }),
    ),
    {
      ...wording('closing', 'Closing words', everyone, (l) => l.say('cancelled.notWanted')),
      isLong: true,
    },
  ],
  code_replaced: [
    wording('subject', 'Subject', named, (l) => l.say('subject.codeReplaced', { shop, number })),
    wording('heading', 'Heading', everyone, (l) => l.say('replaced.heading')),
    wording('opening', 'Opening words', everyone, (l) => l.say('replaced.opening', { number })),
    noClosing,
  ],
  sign_in_link: [
    wording('subject', 'Subject', ['shop_name'], (l) => l.say('subject.signInLink', { shop })),
    wording('heading', 'Heading', ofCustomer, (l) => l.say('signIn.heading')),
    wording('opening', 'Opening words', ofCustomer, (l) => l.say('signIn.opening', { shop })),
    {
      ...wording('closing', 'Closing words', ofCustomer, (l) => l.say('signIn.notYou')),
      isLong: true,
    },
  ],
  request_answered: [
    wording('subject', 'Subject', named, (l) => l.say('subject.requestAnswered', { shop, number })),
    wording('heading', 'Heading', everyone, (l) => l.say('answered.heading')),
    wording('opening', 'Opening words, when you do not cancel', withDate(), (l) =>
      l.say('answered.cancelRefused', { number, date }),
    ),
    wording(
      'opening_left',
      'Opening words, when it left before you could cancel',
      withDate(),
      (l) => l.say('answered.cancelLeft', { number, date }),
    ),
    wording('opening_not_received', 'Opening words, when it has not arrived', withDate(), (l) =>
      l.say('answered.notReceived', { number, date }),
    ),
    noClosing,
  ],
  late: [
    wording('subject', 'Subject', named, (l) => l.say('subject.late', { shop, number })),
    wording('heading', 'Heading', everyone, (l) => l.say('late.heading')),
    wording('opening', 'Opening words, when nothing has left', withDate(), (l) =>
      l.say('late.notLeft', { number, date }),
    ),
    wording('opening_part', 'Opening words, when a part has left', withDate(), (l) =>
      l.say('late.partLeft', { number, date }),
    ),
    wording('told', 'Next words, when there is no new day yet', everyone, (l) =>
      l.say('late.told'),
    ),
    wording('subject_new_day', 'Subject, when you name a new day', named, (l) =>
      l.say('subject.newDay', { shop, number }),
    ),
    wording('heading_new_day', 'Heading, when you name a new day', everyone, (l) =>
      l.say('late.newDayHeading'),
    ),
    wording('opening_new_day', 'Opening words, when you name a new day', withDate(), (l) =>
      l.say('late.newDay', { number, date }),
    ),
    noClosing,
  ],
};

function withDate() {
  return [...everyone, 'date'] as const;
}

function withAmount() {
  return [...everyone, 'amount', 'date'] as const;
}

function withCount() {
  return [...everyone, 'parcel_count', 'date'] as const;
}

type Words = ReturnType<typeof mailWords>;

function wording(
  key: string,
  label: string,
  names: readonly PlaceholderName[],
  original: (words: Words) => string,
): Wording {
  const plain = (locale: string) => original(mailWords(locale)).replace(/[\u2068\u2069]/gu, '');
  return { key, label, placeholders: names, original: plain };
}

/**
 * A text of a message as the shopkeeper has written it, filled in, or else as we do: `original`.
 */
export function worded(
  message: MessageProps,
  key: string,
  original: string,
  values: PlaceholderValues = {},
): string {
  const own = message.wordings?.[key];
  if (own === undefined) return original;
  const { shopName, orderNumber, customerName } = message;
  const common = { shop_name: shopName, order_number: orderNumber, customer_name: customerName };
  const given = Object.entries({ ...common, ...values });
  const isRightToLeft = directionOf(message.locale) === 'rtl';
  const apart = (value: string) => (isRightToLeft ? `\u2068${value}\u2069` : value);
  return filledIn(own, Object.fromEntries(given.map(([name, value]) => [name, apart(value)])));
}

/** The names in braces filled in, in one pass: what is filled in is never looked through again. */
export function filledIn(text: string, values: PlaceholderValues): string {
  return text.replace(/\{(\w+)\}/gu, (whole, name: string) =>
    isPlaceholder(name) ? (values[name] ?? whole) : whole,
  );
}

export function isPlaceholder(name: string): name is PlaceholderName {
  return Object.hasOwn(placeholders, name);
}
