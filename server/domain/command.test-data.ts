import type { Order } from './order';
import type { GrantChange, OrderCommand, OrderCommandType } from './order-command';
import { isStanding } from './totals';

export type CommandOf<Type extends OrderCommandType> = Extract<OrderCommand, { type: Type }>;

/** A command, or one that names something of the order, such as its first payment. */
export type Command = OrderCommand | ((order: Order) => OrderCommand);

export function commandFor(command: Command, order: Order): OrderCommand {
  return typeof command === 'function' ? command(order) : command;
}

export function pay(payment: Partial<CommandOf<'pay'>['payment']> = {}): CommandOf<'pay'> {
  return { type: 'pay', payment: { method: 'cheque', ...payment } };
}

export function notePayment(
  status: CommandOf<'note_payment'>['status'],
  payment: Partial<CommandOf<'pay'>['payment']> = {},
): CommandOf<'note_payment'> {
  return {
    type: 'note_payment',
    status,
    payment: { method: 'card', account: 'gateway', transactionId: 'T-1', ...payment },
  };
}

const tracked = { carrier: 'ups', trackingNumber: '1Z999AA10123456784', trackingUrl: null };
export const untracked = { carrier: 'other', trackingNumber: null, trackingUrl: null };

/** Everything left, in one parcel with a tracking number. */
export function ship(change: Partial<CommandOf<'ship'>> = {}): CommandOf<'ship'> {
  const parcels = [tracked];
  return { type: 'ship', shippedOn: '2026-11-23', parcels, note: null, notify: true, ...change };
}

export const shipUntracked = ship({ parcels: [untracked] });
export const shipOneMug = ship({ lines: [{ lineId: 'mug', quantity: 1 }] });
export const hold = { type: 'hold', reason: null } as const;
export const release = { type: 'release' } as const;
export const deliver = { type: 'deliver', reason: null } as const;
export const reopen = { type: 'reopen', reason: null } as const;
export const restore = { type: 'restore' } as const;
export const rollBack = { type: 'roll_back', reason: null, restock: true } as const;
export const cancel = { type: 'cancel', reason: null, restock: true, notify: true } as const;
export const remove = { type: 'delete', reason: null, restock: true } as const;
export const replaceCode = { type: 'replace_code', codeId: 1, reason: null } as const;
export const giveCode = (order: Order) =>
  ({
    type: 'give_code',
    lineId: order.lines.find(({ kind }) => kind === 'codes')?.id ?? 'none',
    replaces: 1,
    reason: null,
  }) as const;
export const askToCancel = { type: 'ask_to_cancel', reason: 'The wrong size.' } as const;
export const reportNotReceived = {
  type: 'report_not_received',
  text: 'Nothing has come.',
} as const;
export const correctOwnAddress = {
  type: 'correct_own_address',
  address: { name: 'Ada', line1: '2 Mill Lane', city: 'Leeds', country: 'GB' },
} as const;
export const withdrawRequest = (order: Order): CommandOf<'withdraw_request'> => ({
  type: 'withdraw_request',
  requestId: openRequestId(order),
});
/** The answer to whatever is open. */
export function answer(change: Partial<CommandOf<'answer_request'>> = {}) {
  return (order: Order): CommandOf<'answer_request'> => ({
    type: 'answer_request',
    requestId: openRequestId(order),
    ...{ accepted: true, text: 'We are sorry.', restock: true, notify: true },
    ...change,
  });
}
/** A day on which the test world, where it is 14 November 2023, may expect an order. */
export function expectOn(
  expectedOn: string | null,
  change: Partial<CommandOf<'expect'>> = {},
): CommandOf<'expect'> {
  return { type: 'expect', expectedOn, reason: null, notify: true, ...change };
}
export const slip = { type: 'slip' } as const;
const renewLink = {
  type: 'renew_link',
  token: 'a-newer-token',
  reason: null,
  notify: true,
} as const;
export const handOutCodes = { type: 'hand_out_codes' } as const;

export const refund = (refundedMinor: number) => (order: Order) =>
  ({ type: 'refund', paymentId: standingPaymentId(order), refundedMinor }) as const;
export const chargeBack = (order: Order) =>
  ({ type: 'charge_back', paymentId: standingPaymentId(order) }) as const;
export const reverseChargeBack = (order: Order) =>
  ({ type: 'reverse_charge_back', paymentId: standingPaymentId(order) }) as const;

/** A change of the newest grant of the order. */
export function changeGrant(change: GrantChange, reason: string | null = null) {
  return (order: Order): CommandOf<'change_grant'> => ({
    type: 'change_grant',
    grantId: order.grants.at(-1)?.id ?? 'none',
    change,
    reason,
  });
}

function standingPaymentId(order: Order): string {
  return order.payments.find(isStanding)?.id ?? 'none';
}

/** One sensible command of every type, for the order as it stands. */
export const sensible: Readonly<Record<OrderCommandType, Command>> = {
  pay: pay(),
  keep_payment: { type: 'keep_payment', payment: { method: 'card', amountMinor: 100 } },
  resolve_callback: {
    type: 'resolve_callback',
    callbackId: 'callback-1',
    action: 'dismiss',
    reason: 'Refunded at the gateway.',
  },
  note_payment: notePayment('authorised', { transactionId: 'T-9' }),
  refund: refund(1),
  charge_back: chargeBack,
  reverse_charge_back: reverseChargeBack,
  learn_authorization_code: (order) => ({
    type: 'learn_authorization_code',
    paymentId: standingPaymentId(order),
    authorizationCode: '09X7B2',
  }),
  ship: ship(),
  deliver,
  roll_back: rollBack,
  cancel,
  reopen,
  delete: remove,
  restore,
  hold,
  release,
  note: { type: 'note', note: 'Ring twice.' },
  tag: { type: 'tag', tags: ['gift'] },
  correct_contact: (order) => ({
    type: 'correct_contact',
    customer: { ...order.customer, name: 'Ada L.' },
  }),
  correct_address: { type: 'correct_address', which: 'billing', address: null },
  correct_tracking: (order) => ({
    type: 'correct_tracking',
    parcelId: standingParcelId(order),
    parcel: untracked,
    notify: false,
  }),
  resend: { type: 'resend', template: 'order_received', shipmentId: null },
  hand_out_codes: handOutCodes,
  erase_personal_data: { type: 'erase_personal_data' },
  change_grant: changeGrant({ what: 'add_downloads', downloads: 2 }),
  replace_code: replaceCode,
  give_code: giveCode,
  ask_to_cancel: askToCancel,
  report_not_received: reportNotReceived,
  correct_own_address: correctOwnAddress,
  withdraw_request: withdrawRequest,
  choose_payment_method: { type: 'choose_payment_method', method: 'wire' },
  answer_request: answer(),
  expect: expectOn('2023-11-20'),
  slip,
  renew_link: renewLink,
};

function openRequestId(order: Order): string {
  return order.requests.find(({ answeredAt }) => answeredAt === null)?.id ?? 'none';
}

function standingParcelId(order: Order): string {
  const standing = order.shipments.filter(({ voidedAt }) => voidedAt === null);
  return standing.flatMap(({ parcels }) => parcels)[0]?.id ?? 'none';
}
