import type { Order } from '#domain/order';
import type { OrderCommand } from '#domain/order-command';
import { isStanding } from '#domain/totals';
import type { Random } from './random';

/** A command, or one that depends on the order as it stands by then. */
export type Step = OrderCommand | ((order: Order) => OrderCommand);

/** What happens to a sample order, each step some hours after the one before. */
export type Story = Readonly<{ share: number; steps: (random: Random) => readonly Step[] }>;

const offline = (random: Random) => random.pick(['cheque', 'wire', 'cash', 'terminal']);

const paidByHand = (random: Random): OrderCommand => ({
  type: 'pay',
  payment: { method: offline(random), authorizationCode: random.reference(6) },
});

/** The account of the sample gateway; `addOrders` writes the callback that goes with it. */
export const sampleAccount = 'cards';

const paidByCard = (random: Random): OrderCommand => ({
  type: 'pay',
  payment: cardPayment(random),
});

const cardPayment = (random: Random) => ({
  method: 'standard-webhooks',
  account: sampleAccount,
  transactionId: `TX-${random.reference(12)}`,
  authorizationCode: random.reference(6),
});

const paid = (random: Random) => (random.next() < 0.75 ? paidByCard(random) : paidByHand(random));

const shipped = (random: Random, tracking: boolean) => ({
  type: 'ship' as const,
  shippedOn: '',
  parcels: [
    {
      carrier: random.pick(['ups', 'fedex', 'usps', 'dhl']),
      trackingNumber: tracking ? `1Z${random.reference(16)}` : null,
      trackingUrl: null,
    },
  ],
  note: random.next() < 0.2 ? 'Left with care. Enjoy your tea!' : null,
  notify: true,
});

const rolledBack: OrderCommand = { type: 'roll_back', reason: 'The cheque bounced', restock: true };
const cancelled: OrderCommand = {
  type: 'cancel',
  reason: 'The customer changed their mind',
  restock: true,
  notify: true,
};
const deleted: OrderCommand = { type: 'delete', reason: 'Placed twice', restock: true };
const held: OrderCommand = { type: 'hold', reason: 'Address looks wrong' };

const askedToCancel: OrderCommand = { type: 'ask_to_cancel', reason: 'I ordered it twice.' };
const notReceived: OrderCommand = { type: 'report_not_received', text: 'Nothing has come yet.' };
const refusedToCancel = ({ requests }: Order): OrderCommand => ({
  type: 'answer_request',
  requestId: requests.at(-1)?.id ?? '',
  ...{ accepted: false, text: 'It is being made for you already.', restock: true, notify: true },
});

const reopened: OrderCommand = { type: 'reopen', reason: 'They want it after all' };

const authorised = (random: Random): OrderCommand => ({
  type: 'note_payment',
  status: 'authorised',
  payment: cardPayment(random),
});
const declined = (random: Random): OrderCommand => ({
  type: 'note_payment',
  status: 'declined',
  payment: { ...cardPayment(random), authorizationCode: null },
});

/** One piece of the first line; what is left follows another day. */
const partlyShipped =
  (random: Random) =>
  (order: Order): OrderCommand => ({
    ...shipped(random, true),
    lines: order.lines
      .filter(({ kind }) => kind === 'physical')
      .slice(0, 1)
      .map(({ id }) => ({ lineId: id, quantity: 1 })),
  });

const refunded =
  (part: number) =>
  (order: Order): OrderCommand => {
    const { id, amountMinor } = paymentOf(order);
    return { type: 'refund', paymentId: id, refundedMinor: Math.ceil(amountMinor * part) };
  };

const chargedBack = (order: Order): OrderCommand => ({
  type: 'charge_back',
  paymentId: paymentOf(order).id,
});

function paymentOf({ payments }: Order) {
  return payments.find(isStanding) ?? { id: '', amountMinor: 0 };
}

/** `addOrders` names the day: that of the step, or some days after it. */
const promised = (when: 'today' | 'soon'): OrderCommand => ({
  type: 'expect',
  expectedOn: when,
  reason: when === 'soon' ? 'The kettles are on their way to us.' : null,
  notify: true,
});
const noted: OrderCommand = { type: 'note', note: 'The lid is missing: asked the pottery.' };

/** Every state of an order, in the shares of a shop that does well; those of none are told once. */
const stories: readonly Story[] = [
  { share: 0.5, steps: (random) => [paid(random), promised('today'), noted, { type: 'slip' }] },
  { share: 0, steps: (random) => [paid(random), promised('soon')] },
  { share: 50, steps: (random) => [paid(random), shipped(random, true)] },
  { share: 12, steps: (random) => [paid(random)] },
  { share: 10, steps: () => [] },
  { share: 6, steps: (random) => [paid(random), shipped(random, false)] },
  { share: 5, steps: () => [cancelled] },
  { share: 2, steps: (random) => [paid(random), cancelled] },
  { share: 2, steps: (random) => [paid(random), rolledBack] },
  { share: 2, steps: (random) => [paid(random), held] },
  { share: 1, steps: () => [deleted] },
  { share: 1, steps: (random) => [paid(random), askedToCancel] },
  { share: 1, steps: (random) => [paid(random), askedToCancel, refusedToCancel] },
  { share: 1, steps: (random) => [paid(random), shipped(random, true), notReceived] },
  { share: 2, steps: (random) => [paid(random), partlyShipped(random)] },
  { share: 1, steps: (random) => [paid(random), shipped(random, true), refunded(0.3)] },
  { share: 1, steps: (random) => [paid(random), shipped(random, true), refunded(1)] },
  { share: 1, steps: (random) => [paid(random), shipped(random, true), chargedBack] },
  { share: 1, steps: (random) => [authorised(random)] },
  { share: 1, steps: (random) => [declined(random)] },
  { share: 1, steps: (random) => [cancelled, reopened, paid(random)] },
  {
    share: 2,
    steps: (random) => [{ type: 'pay', payment: { method: offline(random), amountMinor: 100 } }],
  },
];

const shares = stories.reduce((sum, { share }) => sum + share, 0);

/**
 * One of the stories, by its share. The newest orders tell each story once, the bin's among the
 * last: a small shop has every state too, and what was deleted long ago is purged. `newer` is how
 * many orders come after this one.
 */
export function pickStory(random: Random, newer: number): Story {
  return stories.at(-1 - newer) ?? storyByShare(random);
}

function storyByShare(random: Random): Story {
  let left = random.next() * shares;
  for (const story of stories) {
    left -= story.share;
    if (left < 0) return story;
  }
  return { share: 0, steps: () => [] };
}
