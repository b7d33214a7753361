import fc from 'fast-check';
import type { CommandOf } from './command.test-data';
import type { OrderCommand } from './order-command';
import type { Step } from './run.test-data';
import { type Actor, actorKinds, callbackActions, offlineMethods } from './vocabulary';

const orderId = fc.constantFrom(1001, 1002, 1003, 1004);
const actor = fc.constantFrom(...actorKinds).map((kind) => ({ kind, id: kind, name: kind }));
const reason = fc.constantFrom(null, 'The cheque bounced.');
const restock = fc.boolean();
const notify = fc.boolean();
const codeId = fc.nat({ max: 3 });
const amount = fc.oneof(
  fc.constantFrom(0, -1, 0.5, Number.NaN, 2 ** 53),
  fc.integer({ min: 1, max: 4000 }),
);
const paymentId = fc.constantFrom('payment-0', 'payment-1', 'payment-2', 'nobody');
const requestId = fc.constantFrom('request-0', 'request-1', 'request-2', 'open', 'open', 'nobody');
const parcel = fc.constantFrom(
  { carrier: 'ups', trackingNumber: '1Z999AA10123456784', trackingUrl: null },
  { carrier: 'other', trackingNumber: null, trackingUrl: null },
);
const payment = fc.record(
  {
    method: fc.constantFrom('cheque', 'card'),
    amountMinor: amount,
    account: fc.constantFrom('gateway', 'bank'),
    transactionId: fc.constantFrom('T-1', 'T-2', null),
    authorizationCode: fc.constantFrom('09X7B2', null),
  },
  { requiredKeys: ['method'] },
);
const paymentInFull = payment.map(({ amountMinor, ...rest }) => rest);
const someLines = fc.array(
  fc.record({
    lineId: fc.constantFrom('line-0', 'line-0', 'line-1', 'line-2', 'nobody'),
    quantity: fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 2 }) }, amount),
  }),
  { maxLength: 2 },
);
const shipAll = fc.record({
  type: fc.constant('ship' as const),
  shippedOn: fc.constant('2026-11-23'),
  parcels: fc.array(parcel, { maxLength: 2 }),
  note: reason,
  notify,
});
const shipSome: fc.Arbitrary<CommandOf<'ship'>> = fc
  .tuple(shipAll, someLines)
  .map(([command, lines]) => ({ ...command, lines }));

/** Commands that carry an order through its life once it is paid. */
const fulfilling: fc.Arbitrary<OrderCommand> = fc.oneof(
  { weight: 2, arbitrary: shipAll },
  { weight: 6, arbitrary: shipSome },
  record('deliver', { reason }),
  record('hold', { reason }),
  record('release', {}),
  record('hand_out_codes', {}),
  { weight: 2, arbitrary: record('replace_code', { codeId, reason }) },
  {
    weight: 2,
    arbitrary: record('give_code', {
      lineId: fc.constantFrom('line-0', 'line-1', 'line-2', 'nobody'),
      replaces: fc.oneof(fc.constant(null), codeId),
      reason,
    }),
  },
  record('refund', { paymentId, refundedMinor: amount }),
  record('charge_back', { paymentId }),
  record('reverse_charge_back', { paymentId }),
  record('learn_authorization_code', { paymentId, authorizationCode: fc.constant('09X7B2') }),
  record('keep_payment', { payment }),
  record('resolve_callback', {
    callbackId: fc.constant('callback-1'),
    action: fc.constantFrom(...callbackActions),
    reason,
  }),
  {
    weight: 3,
    arbitrary: record('correct_tracking', {
      parcelId: fc.constantFrom('parcel-0', 'parcel-1', 'parcel-2', 'nobody'),
      parcel,
      notify,
    }),
  },
  record('correct_contact', {
    customer: fc.constant({ email: 'bo@example.org', name: 'Bo', phone: null, locale: null }),
  }),
  record('correct_contact', {
    customer: fc.constant({ email: 'bo@example.org', name: 'Bo', phone: null, locale: null }),
    newToken: fc.constantFrom('token-c', 'token-d'),
  }),
  record('resend', {
    template: fc.constantFrom('order_received', 'paid', 'shipped', 'cancelled', 'late'),
    shipmentId: fc.constantFrom('shipment-0', 'shipment-1', null),
  }),
  record('erase_personal_data', {}),
  record('note', { note: reason }),
  record('renew_link', { token: fc.constantFrom('token-a', 'token-b'), reason, notify }),
  record('tag', { tags: fc.array(fc.constantFrom('gift', 'late'), { maxLength: 3 }) }),
  record('change_grant', {
    grantId: fc.constantFrom('grant-0', 'grant-0', 'grant-1', 'nobody'),
    change: fc.oneof(
      fc.record({ what: fc.constant('add_downloads' as const), downloads: amount }),
      fc.record({
        what: fc.constant('move_end' as const),
        expiresAt: fc.constantFrom(null, 0, 1_800_000_000_000, Number.NaN),
      }),
      fc.record({ what: fc.constantFrom('revoke' as const, 'restore' as const) }),
    ),
    reason,
  }),
  record('correct_address', {
    which: fc.constantFrom('billing', 'shipping'),
    address: fc.constant(null),
  }),
  record('expect', {
    expectedOn: fc.constantFrom(null, '2023-11-13', '2023-11-17', '2023-11-20', '2023-11-31'),
    reason,
    notify,
  }),
  { weight: 2, arbitrary: record('slip', {}) },
);

/** What a customer asks, none of which takes the payment back. */
const asking: fc.Arbitrary<OrderCommand> = fc.oneof(
  record('ask_to_cancel', { reason }),
  record('report_not_received', { text: reason }),
  record('withdraw_request', { requestId }),
  record('correct_own_address', {
    address: fc.constantFrom(
      { name: 'Ada', line1: '1 Mill Lane', city: 'Leeds', country: 'GB' },
      { name: 'Bo', line1: '1 Mill Lane', city: 'Lund', country: 'SE' },
    ),
  }),
  record('choose_payment_method', { method: fc.constantFrom(...offlineMethods) }),
);

const payInFull = record('pay', { payment: paymentInFull });
const command: fc.Arbitrary<OrderCommand> = fc.oneof(
  { weight: 6, arbitrary: payInFull },
  { weight: 3, arbitrary: record('pay', { payment }) },
  {
    weight: 2,
    arbitrary: record('note_payment', {
      status: fc.constantFrom('authorised', 'declined'),
      payment,
    }),
  },
  { weight: 10, arbitrary: fulfilling },
  { weight: 3, arbitrary: asking },
  {
    weight: 1,
    arbitrary: record('answer_request', {
      requestId,
      ...{ accepted: fc.boolean(), text: reason, restock, notify },
    }),
  },
  { weight: 2, arbitrary: record('roll_back', { reason, restock }) },
  { weight: 1, arbitrary: record('cancel', { reason, restock, notify }) },
  { weight: 2, arbitrary: record('reopen', { reason }) },
  { weight: 1, arbitrary: record('delete', { reason, restock }) },
  { weight: 2, arbitrary: record('restore', {}) },
);

/** Everything that may happen to one order between its payment and its roll back. */
export function stepsAfterPaying(id: number): fc.Arbitrary<Step[]> {
  const commands = fc
    .oneof({ weight: 5, arbitrary: fulfilling }, asking)
    .map((command) => ({ does: 'command', orderId: id, command, actor: anybody }) as const);
  return fc.array(
    fc.oneof(
      { weight: 8, arbitrary: commands },
      fc.constant({ does: 'look', orderId: id } as const),
    ),
    { maxLength: 8 },
  );
}

export const anybody: Actor = { kind: 'staff', id: 'anybody', name: 'Anybody' };
const productId = fc.constantFrom('mug', 'poster', 'licence', 'book');

/** Whatever happens in the shop, sense and nonsense alike. */
export const anySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 20,
      arbitrary: fc.record({ does: fc.constant('command' as const), orderId, command, actor }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('look' as const), orderId }) },
    {
      weight: 2,
      arbitrary: fc.record({
        does: fc.constant('import' as const),
        count: fc.integer({ min: 0, max: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('adjust' as const),
        productId,
        units: fc.integer({ min: -3, max: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('track' as const),
        productId,
        trackStock: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('set' as const),
        deliveredOnTracking: fc.boolean(),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        does: fc.constant('wait' as const),
        days: fc.integer({ min: 1, max: 5 }),
      }),
    },
  ),
  { minLength: 1, maxLength: 60, size: 'max' },
);

function record<Type extends OrderCommand['type'], Fields extends object>(
  type: Type,
  fields: { [Key in keyof Fields]: fc.Arbitrary<Fields[Key]> },
): fc.Arbitrary<Fields & { type: Type }> {
  return fc.record({ ...fields, type: fc.constant(type) }) as unknown as fc.Arbitrary<
    Fields & { type: Type }
  >;
}
