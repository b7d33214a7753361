import type { Address } from './address';
import type { Customer, ShipmentLine } from './order';
import type { CallbackAction, OfflineMethod, OrderTemplate } from './vocabulary';

/** A payment as the person or the gateway states it; without an amount the rest of the total is meant. */
export type PaymentGiven = Readonly<{
  method: string;
  amountMinor?: number;
  account?: string;
  transactionId?: string | null;
  authorizationCode?: string | null;
  cardBrand?: string | null;
  cardLast4?: string | null;
  note?: string | null;
  /** Somebody took the amount as it is: less still settles the order, and more is kept. */
  isDifferenceAccepted?: boolean;
}>;

export type ParcelGiven = Readonly<{
  carrier: string;
  trackingNumber: string | null;
  trackingUrl: string | null;
}>;

type Pay = Readonly<{ type: 'pay'; payment: PaymentGiven }>;
/** Money that came in for an order that is paid already, and stays with it. */
type KeepPayment = Readonly<{ type: 'keep_payment'; payment: PaymentGiven }>;
/** An authorisation or a declined try: recorded, and the order does not move. */
type NotePayment = Readonly<{
  type: 'note_payment';
  status: 'authorised' | 'declined';
  payment: PaymentGiven;
}>;
/** `refundedMinor` is the sum refunded of that payment so far, as gateways tell it. */
type Refund = Readonly<{ type: 'refund'; paymentId: string; refundedMinor: number }>;
type ChargeBack = Readonly<{ type: 'charge_back'; paymentId: string }>;
type ReverseChargeBack = Readonly<{ type: 'reverse_charge_back'; paymentId: string }>;
type LearnAuthorizationCode = Readonly<{
  type: 'learn_authorization_code';
  paymentId: string;
  authorizationCode: string;
}>;
/** What a person did about a callback of this order: nothing moves but the history. */
type ResolveCallback = Readonly<{
  type: 'resolve_callback';
  callbackId: string;
  action: CallbackAction;
  reason: string | null;
}>;
type Ship = Readonly<{
  type: 'ship';
  shippedOn: string;
  parcels: readonly ParcelGiven[];
  note: string | null;
  lines?: readonly ShipmentLine[];
  notify: boolean;
}>;
type WithReason<Type extends string> = Readonly<{ type: Type; reason: string | null }>;
type RollBack = WithReason<'roll_back'> & Readonly<{ restock: boolean }>;
type Cancel = WithReason<'cancel'> & Readonly<{ restock: boolean; notify: boolean }>;
type Delete = WithReason<'delete'> & Readonly<{ restock: boolean }>;
/**
 * `sendAgain` are messages that the customer has missed; they leave once more, to this address.
 * `newToken` gives the order's page another link, for whoever reads the old address has this one.
 */
type CorrectContact = Readonly<{
  type: 'correct_contact';
  customer: Customer;
  sendAgain?: readonly string[];
  newToken?: string;
}>;
type CorrectTracking = Readonly<{
  type: 'correct_tracking';
  parcelId: string;
  parcel: ParcelGiven;
  notify: boolean;
}>;
/** An end is a moment (ms) that is still to come, or null for none. */
export type GrantChange =
  | Readonly<{ what: 'add_downloads'; downloads: number }>
  | Readonly<{ what: 'move_end'; expiresAt: number | null }>
  | Readonly<{ what: 'revoke' }>
  | Readonly<{ what: 'restore' }>;
type ChangeGrant = WithReason<'change_grant'> & Readonly<{ grantId: string; change: GrantChange }>;
type Resend = Readonly<{ type: 'resend'; template: OrderTemplate; shipmentId: string | null }>;

/** `token` is what the new link is made of; with `notify` it goes to the customer. */
type RenewLink = WithReason<'renew_link'> & Readonly<{ token: string; notify: boolean }>;

/** A code that does not work: the next one of the pool takes its place. */
type ReplaceCode = WithReason<'replace_code'> & Readonly<{ codeId: number }>;
/** A code that somebody typed; `replaces` is the one that does not work, null where one is missing. */
type GiveCode = WithReason<'give_code'> & Readonly<{ lineId: string; replaces: number | null }>;

/** By the customer: done at once where no money came in; a request to the shop otherwise. */
type AskToCancel = WithReason<'ask_to_cancel'>;
type ReportNotReceived = Readonly<{ type: 'report_not_received'; text: string | null }>;
type CorrectOwnAddress = Readonly<{ type: 'correct_own_address'; address: Address }>;
type WithdrawRequest = Readonly<{ type: 'withdraw_request'; requestId: string }>;
type ChoosePaymentMethod = Readonly<{ type: 'choose_payment_method'; method: OfflineMethod }>;
/** By the shop, in words for the customer; `restock` counts where a cancellation is accepted. */
type AnswerRequest = Readonly<{
  type: 'answer_request';
  requestId: string;
  accepted: boolean;
  text: string | null;
  restock: boolean;
  notify: boolean;
}>;
/** `notify`: a customer who was promised an earlier day is told of the new one. */
type Expect = WithReason<'expect'> & Readonly<{ expectedOn: string | null; notify: boolean }>;

/** Everything that can be asked of an order that exists. */
export type OrderCommand =
  | Pay
  | KeepPayment
  | NotePayment
  | Refund
  | ChargeBack
  | ReverseChargeBack
  | LearnAuthorizationCode
  | ResolveCallback
  | Ship
  | WithReason<'deliver'>
  | RollBack
  | Cancel
  | WithReason<'reopen'>
  | Delete
  | Readonly<{ type: 'restore' }>
  | WithReason<'hold'>
  | Readonly<{ type: 'release' }>
  | Readonly<{ type: 'note'; note: string | null }>
  | Readonly<{ type: 'tag'; tags: readonly string[] }>
  | CorrectContact
  | Readonly<{ type: 'correct_address'; which: 'billing' | 'shipping'; address: Address | null }>
  | CorrectTracking
  | Resend
  | Readonly<{ type: 'hand_out_codes' }>
  | Readonly<{ type: 'erase_personal_data' }>
  | ChangeGrant
  | ReplaceCode
  | GiveCode
  | AskToCancel
  | ReportNotReceived
  | CorrectOwnAddress
  | WithdrawRequest
  | ChoosePaymentMethod
  | AnswerRequest
  | Expect
  | Readonly<{ type: 'slip' }>
  | RenewLink;

export type OrderCommandType = OrderCommand['type'];
