import type {
  ActorKind,
  CallbackVerdict,
  CodeStatus,
  FulfilmentStatus,
  MessageDelivery,
  MessageStatus,
  MessageTemplate,
  MovementReason,
  OfflineMethod,
  OrderFlag,
  OrderStatus,
  PaymentRecordStatus,
  PaymentStatus,
  ProductKind,
} from '#domain/vocabulary';
import type { IconName } from './icon';
import type { Tone } from './tones';

/** How one stored value is said to a shopkeeper: a word, a shape and a colour, in this order of weight. */
export type StatusWord = Readonly<{ word: string; icon: IconName; tone: Tone }>;

const order = {
  pending: { word: 'Pending', icon: 'circle-dashed', tone: 'neutral' },
  paid: { word: 'Paid', icon: 'circle-check', tone: 'accent' },
  shipped: { word: 'Shipped', icon: 'truck', tone: 'info' },
  delivered: { word: 'Delivered', icon: 'package-check', tone: 'good' },
  cancelled: { word: 'Cancelled', icon: 'circle-slash', tone: 'neutral' },
  deleted: { word: 'In the bin', icon: 'trash-2', tone: 'neutral' },
} as const satisfies Record<OrderStatus | 'deleted', StatusWord>;

const payment = {
  unpaid: { word: 'Unpaid', icon: 'circle-dashed', tone: 'neutral' },
  partly_paid: { word: 'Partly paid', icon: 'circle-dot', tone: 'warn' },
  paid: { word: 'Paid', icon: 'circle-check', tone: 'good' },
  partly_refunded: { word: 'Partly refunded', icon: 'undo-2', tone: 'info' },
  refunded: { word: 'Refunded', icon: 'undo-2', tone: 'neutral' },
} as const satisfies Record<PaymentStatus, StatusWord>;

const fulfilment = {
  unfulfilled: { word: 'Not shipped', icon: 'circle-dashed', tone: 'neutral' },
  partly_shipped: { word: 'Partly shipped', icon: 'split', tone: 'warn' },
  shipped: { word: 'Shipped', icon: 'truck', tone: 'info' },
  delivered: { word: 'Delivered', icon: 'package-check', tone: 'good' },
} as const satisfies Record<FulfilmentStatus, StatusWord>;

const paymentRecord = {
  authorised: { word: 'Authorised, not taken', icon: 'hourglass', tone: 'warn' },
  received: { word: 'Received', icon: 'circle-check', tone: 'good' },
  declined: { word: 'Declined', icon: 'circle-x', tone: 'bad' },
  refunded: { word: 'Refunded', icon: 'undo-2', tone: 'neutral' },
  reversed: { word: 'Reversed', icon: 'rotate-ccw', tone: 'neutral' },
  charged_back: { word: 'Charged back', icon: 'shield-alert', tone: 'bad' },
} as const satisfies Record<PaymentRecordStatus, StatusWord>;

const flag = {
  short_stock: { word: 'Short of stock', icon: 'boxes', tone: 'warn' },
  codes_short: { word: 'Waiting for codes', icon: 'key-round', tone: 'warn' },
  on_hold: { word: 'On hold', icon: 'pause', tone: 'warn' },
  authorised: { word: 'Authorised only', icon: 'hourglass', tone: 'warn' },
  refunded: { word: 'Refunded', icon: 'undo-2', tone: 'warn' },
  charged_back: { word: 'Charged back', icon: 'shield-alert', tone: 'bad' },
  cancel_requested: { word: 'Cancel requested', icon: 'circle-help', tone: 'warn' },
  not_received: { word: 'Not received', icon: 'circle-help', tone: 'warn' },
  late: { word: 'Late', icon: 'clock', tone: 'bad' },
} as const satisfies Record<OrderFlag, StatusWord>;

const callback = {
  applied: { word: 'Applied', icon: 'circle-check', tone: 'good' },
  duplicate: { word: 'Repeat, nothing to do', icon: 'copy-check', tone: 'neutral' },
  already_paid: { word: 'Paid twice', icon: 'layers', tone: 'bad' },
  declined: { word: 'Declined', icon: 'circle-x', tone: 'neutral' },
  held: { word: 'Held', icon: 'hourglass', tone: 'warn' },
  ignored: { word: 'Not about a payment', icon: 'circle-slash', tone: 'neutral' },
  amount_differs: { word: 'Amount differs', icon: 'equal-not', tone: 'bad' },
  currency_differs: { word: 'Currency differs', icon: 'equal-not', tone: 'bad' },
  order_unknown: { word: 'No such order', icon: 'circle-help', tone: 'warn' },
  order_cancelled: { word: 'Order was cancelled', icon: 'circle-alert', tone: 'bad' },
  not_live: { word: 'Test message', icon: 'circle-dashed', tone: 'neutral' },
  bad_signature: { word: 'Signature is wrong', icon: 'shield-x', tone: 'bad' },
  not_configured: { word: 'Account not set up', icon: 'settings', tone: 'warn' },
  malformed: { word: 'Unreadable', icon: 'file-text', tone: 'bad' },
  error: { word: 'Failed on our side', icon: 'triangle-alert', tone: 'bad' },
} as const satisfies Record<CallbackVerdict, StatusWord>;

const message = {
  held: { word: 'Held back', icon: 'pause', tone: 'warn' },
  waiting: { word: 'Waiting', icon: 'clock', tone: 'neutral' },
  sending: { word: 'Sending', icon: 'send', tone: 'info' },
  sent: { word: 'Sent', icon: 'mail-check', tone: 'good' },
  failed: { word: 'Failed', icon: 'mail-warning', tone: 'bad' },
  withdrawn: { word: 'Withdrawn', icon: 'circle-slash', tone: 'neutral' },
} as const satisfies Record<MessageStatus, StatusWord>;

const delivery = {
  delayed: { word: 'Delayed', icon: 'clock', tone: 'warn' },
  delivered: { word: 'Arrived', icon: 'mail-check', tone: 'good' },
  bounced: { word: 'Came back', icon: 'mail-warning', tone: 'bad' },
  complained: { word: 'Marked as spam', icon: 'shield-alert', tone: 'bad' },
} as const satisfies Record<MessageDelivery, StatusWord>;

const template = {
  order_received: { word: 'Order received', icon: 'receipt-text', tone: 'neutral' },
  paid: { word: 'Paid', icon: 'circle-check', tone: 'neutral' },
  shipped: { word: 'Shipped', icon: 'truck', tone: 'neutral' },
  cancelled: { word: 'Cancelled', icon: 'circle-slash', tone: 'neutral' },
  code_replaced: { word: 'New code', icon: 'key-round', tone: 'neutral' },
  sign_in_link: { word: 'Link to sign in', icon: 'link', tone: 'neutral' },
  request_answered: { word: 'Answer', icon: 'circle-help', tone: 'neutral' },
  late: { word: 'Delay', icon: 'clock', tone: 'neutral' },
} as const satisfies Record<MessageTemplate, StatusWord>;

const product = {
  physical: { word: 'Goods', icon: 'package', tone: 'neutral' },
  codes: { word: 'Serial codes', icon: 'key-round', tone: 'neutral' },
  file: { word: 'Download', icon: 'download', tone: 'neutral' },
} as const satisfies Record<ProductKind, StatusWord>;

const code = {
  available: { word: 'In the pool', icon: 'circle-dashed', tone: 'neutral' },
  handed_out: { word: 'Handed out', icon: 'circle-check', tone: 'good' },
  burned: { word: 'Burned', icon: 'circle-slash', tone: 'neutral' },
} as const satisfies Record<CodeStatus, StatusWord>;

const movement = {
  sale: { word: 'Sale', icon: 'receipt-text', tone: 'neutral' },
  roll_back: { word: 'Rolled back', icon: 'rotate-ccw', tone: 'neutral' },
  adjustment: { word: 'Adjusted', icon: 'pencil', tone: 'neutral' },
} as const satisfies Record<MovementReason, StatusWord>;

const method = {
  cheque: { word: 'Cheque', icon: 'file-text', tone: 'neutral' },
  wire: { word: 'Bank transfer', icon: 'landmark', tone: 'neutral' },
  cash: { word: 'Cash', icon: 'banknote', tone: 'neutral' },
  terminal: { word: 'Card by terminal', icon: 'credit-card', tone: 'neutral' },
} as const satisfies Record<OfflineMethod, StatusWord>;

const actor = {
  staff: { word: 'Staff', icon: 'user', tone: 'neutral' },
  api_key: { word: 'API key', icon: 'key-round', tone: 'neutral' },
  payment_account: { word: 'Payment account', icon: 'webhook', tone: 'neutral' },
  customer: { word: 'Customer', icon: 'user', tone: 'neutral' },
  system: { word: 'Counterfoil', icon: 'bot', tone: 'neutral' },
} as const satisfies Record<ActorKind, StatusWord>;

const sets = {
  order,
  payment,
  fulfilment,
  paymentRecord,
  flag,
  callback,
  message,
  delivery,
  template,
  product,
  code,
  movement,
  method,
  actor,
};

export type StatusKind = keyof typeof sets;

/** The words for a value; a value that has none yet is shown with its underscores taken out. */
export function statusWord(kind: StatusKind, value: string): StatusWord {
  const set: Record<string, StatusWord> = sets[kind];
  return set[value] ?? { word: plainWord(value), icon: 'circle', tone: 'neutral' };
}

/** All values of one kind with their words, in the order of their life; for selects and tabs. */
export function statusChoices(kind: StatusKind): readonly { value: string; label: string }[] {
  return Object.entries(sets[kind]).map(([value, { word }]) => ({ value, label: word }));
}

function plainWord(value: string): string {
  const words = value.replaceAll('_', ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
