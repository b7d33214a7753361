import { describe, expect, test } from 'vitest';
import {
  answer,
  askToCancel,
  cancel,
  commandFor,
  correctOwnAddress,
  notePayment,
  pay,
  refund,
  reportNotReceived,
  rollBack,
  ship,
  shipOneMug,
  withdrawRequest,
} from './command.test-data';
import { type Given, given } from './given.test-data';
import { customerCommands, obstacleOf } from './obstacle-of';
import { anOrder, book, licences, mugs } from './order.test-data';
import { standingOf } from './order-status';

const digital = anOrder({ lines: [licences, book] });

const typesAfter = (story: Given, command: Parameters<Given['after']>[0]) =>
  story.after(command).events.map(({ type }) => type);

describe('a customer who asks to cancel', () => {
  test('has it done at once where no money is in the order, and is told', () => {
    const { events, order } = given(anOrder()).after(askToCancel);
    expect(events).toEqual([{ type: 'cancelled', reason: 'The wrong size.', notify: true }]);
    expect(order.requests).toEqual([]);
  });

  test.each([
    ['was paid', [pay()]],
    ['came in part', [pay({ amountMinor: 50 })]],
    ['came in part and went back', [pay({ amountMinor: 50 }), refund(50)]],
    ['is on its way', [notePayment('authorised')]],
  ] as const)('asks the shop where money %s', (_, commands) => {
    const { order } = given(anOrder(), commands).after(askToCancel);
    expect(order.requests).toMatchObject([
      { kind: 'cancel', answer: null, text: askToCancel.reason },
    ]);
    expect(order.cancelledAt).toBeNull();
    expect(standingOf(order).flags).toContain('cancel_requested');
  });

  test('of codes and files that are there already asks too: the shop decides', () => {
    const { order } = given(digital, [pay()]).after(askToCancel);
    expect(standingOf(order)).toMatchObject({ status: 'delivered', flags: ['cancel_requested'] });
  });

  test('is refused as soon as a part has left', () => {
    for (const commands of [
      [pay(), shipOneMug],
      [pay(), ship()],
    ]) {
      expect(given(anOrder(), commands).when(askToCancel)).toMatchObject({
        refusal: { reason: 'The order has left already.' },
      });
    }
  });

  test('may take it back, and ask again', () => {
    const story = given(anOrder(), [pay(), askToCancel, withdrawRequest]);
    expect(standingOf(story.order).flags).toEqual([]);
    expect(story.after(askToCancel).order.requests.map(({ answer }) => answer)).toEqual([
      'withdrawn',
      null,
    ]);
  });
});

describe('the answer of the shop', () => {
  const asked = given(anOrder(), [pay(), askToCancel]);

  test('yes to a cancellation takes the payment back and cancels, in one step', () => {
    const yes = commandFor(answer({ text: null }), asked.order);
    expect(typesAfter(asked, yes)).toEqual(['request_answered', 'rolled_back', 'cancelled']);
    const { order } = asked.after(yes);
    expect(order).toMatchObject({ cancelReason: null, paidVersion: null });
    expect(order.requests).toMatchObject([{ answer: 'accepted' }]);
  });

  test('yes cancels codes and files that were delivered at once', () => {
    const story = given(digital, [pay(), askToCancel]);
    const { order } = story.after(commandFor(answer(), story.order));
    expect(standingOf(order).status).toBe('cancelled');
    expect(order.grants.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  });

  test('no keeps the order and says why', () => {
    const no = commandFor(answer({ accepted: false, text: 'It is being made.' }), asked.order);
    const { order, events } = asked.after(no);
    expect(events).toMatchObject([{ answer: 'refused', text: 'It is being made.', notify: true }]);
    expect(standingOf(order)).toMatchObject({ status: 'paid', flags: [] });
  });

  test('without words is none, unless it cancels', () => {
    const lost = given(anOrder(), [pay(), ship(), reportNotReceived]);
    for (const [story, accepted] of [
      [asked, false],
      [lost, true],
      [lost, false],
    ] as const) {
      const command = commandFor(answer({ accepted, text: null }), story.order);
      expect(story.when(command)).toMatchObject({ kind: 'invalid', fields: { text: /./ } });
    }
  });

  test('to something else than what is open is refused', () => {
    const command = commandFor(answer(), asked.order);
    const stale = { ...command, requestId: 'another' } as typeof command;
    expect(asked.when(stale).kind).toBe('refused');
  });

  test.each([
    ['cancelled in another way', cancel, 'accepted'],
    ['shipped', ship(), 'refused'],
    ['shipped in part', shipOneMug, 'refused'],
  ] as const)('is given by the order being %s', (_, command, told) => {
    const { order } = asked.after(command);
    expect(order.requests).toMatchObject([{ answer: told, answerText: null }]);
    expect(standingOf(order).flags).toEqual([]);
  });

  test('that it had left is told as the shipment is', () => {
    for (const notify of [true, false]) {
      const answered = asked.after(ship({ notify })).events[1];
      expect(answered).toMatchObject({ type: 'request_answered', hasLeft: true, notify });
    }
  });

  test('to a parcel that is missing leaves the order alone', () => {
    const lost = given(anOrder(), [pay(), ship(), reportNotReceived]);
    const { order } = lost.after(commandFor(answer({ text: 'We send it again.' }), lost.order));
    expect(standingOf(order)).toMatchObject({ status: 'delivered', flags: [] });
  });

  test('to a parcel that is missing is still owed after a roll back', () => {
    const { order } = given(anOrder(), [pay(), ship(), reportNotReceived, rollBack]);
    expect(standingOf(order).flags).toEqual(['not_received']);
  });
});

describe('an address that a customer corrects', () => {
  test('is that of the shipment, as long as nothing has left', () => {
    const order = anOrder();
    const { events } = given(order, [pay()]).after(correctOwnAddress);
    expect(events).toMatchObject([
      { type: 'address_corrected', which: 'shipping', before: order.shippingAddress },
    ]);
    expect(given(anOrder(), [pay(), shipOneMug]).when(correctOwnAddress).kind).toBe('refused');
  });

  test('changes nothing where it is what it was, whatever the order of its parts', () => {
    const { shippingAddress } = anOrder();
    if (!shippingAddress) throw new Error('The order has no address.');
    const { name, ...rest } = shippingAddress;
    const same = { type: 'correct_own_address', address: { ...rest, name } } as const;
    expect(given(anOrder()).after(same).events).toEqual([]);
  });
});

test('a payment method is chosen once, and only while something is due', () => {
  const wire = { type: 'choose_payment_method', method: 'wire' } as const;
  const { events, order } = given(anOrder()).after(wire);
  expect(events).toEqual([{ type: 'payment_method_chosen', method: 'wire' }]);
  expect(given(order).after(wire).events).toEqual([]);
});

describe('what a customer may do', () => {
  const mixed = anOrder({ lines: [mugs, licences] });
  const cases: readonly (readonly [string, Given, readonly string[]])[] = [
    [
      'before paying',
      given(anOrder()),
      ['ask_to_cancel', 'correct_own_address', 'choose_payment_method'],
    ],
    ['before paying for codes', given(digital), ['ask_to_cancel', 'choose_payment_method']],
    ['after paying', given(anOrder(), [pay()]), ['ask_to_cancel', 'correct_own_address']],
    [
      'after asking',
      given(anOrder(), [pay(), askToCancel]),
      ['correct_own_address', 'withdraw_request'],
    ],
    ['of goods and codes on their way', given(mixed, [pay(), ship()]), ['report_not_received']],
    [
      'after nothing came',
      given(anOrder(), [pay(), ship(), reportNotReceived]),
      ['withdraw_request'],
    ],
    ['of a cancelled order', given(anOrder(), [cancel]), []],
  ];

  test.each(cases)('%s', (_, { order }, commands) => {
    const permitted = customerCommands.filter((command) => obstacleOf(order, command) === null);
    expect(permitted).toEqual(commands);
  });
});
