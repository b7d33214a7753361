import type { Address } from './address';
import type { Customer, Grant, MovementFacts, Parcel, Payment, Shipment } from './order';
import type { CallbackAction, MessageTemplate, OfflineMethod, RequestKind } from './vocabulary';

/** Codes for one line: `handOut` leave the pool now, `waiting` are still owed afterwards. */
export type CodesOwed = Readonly<{
  lineId: string;
  productId: string;
  handOut: number;
  waiting: number;
}>;

/** A grant as the payment issues it; its limit and its end are fixed from then on. */
export type GrantFacts = Omit<Grant, 'issuedAt' | 'revokedAt'>;

type Placed = Readonly<{ type: 'placed'; grandMinor: number; currency: string; source: string }>;
type Paid = Readonly<{
  type: 'paid';
  payment: Payment;
  movements: readonly MovementFacts[];
  codes: readonly CodesOwed[];
  grants: readonly GrantFacts[];
  shortProductIds: readonly string[];
  /** Payments of before there were expected days name none, and leave the day as it is. */
  expectedOn?: string | null;
}>;
type RolledBack = Readonly<{
  type: 'rolled_back';
  reason: string | null;
  restock: boolean;
  movements: readonly MovementFacts[];
}>;

/** `codeId` is burned; `handOut` and `waiting` are for its line, what was owed before included. */
type CodeReplaced = CodesOwed &
  Readonly<{ type: 'code_replaced'; codeId: number; reason: string | null }>;
/** `replaces` is burned; null where the code was missing. The code itself is nobody's to read here. */
type CodeGiven = Readonly<{
  type: 'code_given';
  lineId: string;
  productId: string;
  replaces: number | null;
  waiting: number;
  reason: string | null;
}>;

type RequestAsked = Readonly<{
  type: 'request_asked';
  requestId: string;
  kind: RequestKind;
  text: string | null;
}>;
/** `hasLeft`: no person refused the cancellation, the goods were on their way before one could. */
type RequestAnswered = Readonly<{
  type: 'request_answered';
  requestId: string;
  kind: RequestKind;
  answer: 'accepted' | 'refused';
  text: string | null;
  hasLeft: boolean;
  notify: boolean;
}>;
/** `insteadOf` is the day that was promised before; `notify` where the customer was told. */
type Expected = Readonly<{
  type: 'expected';
  expectedOn: string | null;
  insteadOf: string | null;
  reason: string | null;
  notify: boolean;
}>;
/** The expected day passed while goods were still here; `notify` where the customer was told. */
type Slipped = Readonly<{ type: 'slipped'; expectedOn: string; notify: boolean }>;
/** `token` opens the order's page: it is not written into the history, which more people read. */
type LinkRenewed = Readonly<{
  type: 'link_renewed';
  token?: string;
  reason: string | null;
  notify: boolean;
}>;

/** What happened to an order. Each is one row of its history and carries all that it changed. */
export type OrderEvent =
  | Placed
  | Paid
  | Readonly<{ type: 'payment_recorded'; payment: Payment }>
  | Readonly<{
      type: 'payment_updated';
      payment: Payment;
      what: 'refunded' | 'charged_back' | 'charge_back_reversed' | 'authorization_code';
    }>
  | Readonly<{
      type: 'callback_resolved';
      callbackId: string;
      action: CallbackAction;
      reason: string | null;
    }>
  | Readonly<{ type: 'codes_handed_out'; codes: readonly CodesOwed[] }>
  | CodeReplaced
  | CodeGiven
  | Readonly<{ type: 'shipped'; shipment: Shipment; notify: boolean }>
  | Readonly<{ type: 'delivered'; reason: string | null }>
  | RolledBack
  | Readonly<{ type: 'cancelled'; reason: string | null; notify: boolean }>
  | Readonly<{ type: 'reopened'; reason: string | null }>
  | Readonly<{ type: 'deleted'; reason: string | null }>
  | Readonly<{ type: 'restored' }>
  | Readonly<{ type: 'held'; reason: string | null }>
  | Readonly<{ type: 'released' }>
  | Readonly<{ type: 'noted'; note: string | null }>
  | Readonly<{ type: 'tagged'; tags: readonly string[] }>
  | Readonly<{
      type: 'contact_corrected';
      customer: Customer;
      /** The messages that leave once more. */
      sentAgain?: readonly string[];
    }>
  | Readonly<{
      type: 'address_corrected';
      which: 'billing' | 'shipping';
      address: Address | null;
      /** What it was; events of before this was kept do not say. */
      before?: Address | null;
    }>
  | Readonly<{ type: 'personal_data_erased' }>
  | Readonly<{ type: 'tracking_corrected'; parcel: Parcel; shipmentId: string; notify: boolean }>
  | Readonly<{
      type: 'message_resent';
      template: MessageTemplate;
      shipmentId: string | null;
    }>
  | Readonly<{
      type: 'grant_changed';
      grant: Grant;
      what: 'downloads_added' | 'end_moved' | 'revoked' | 'restored';
      reason: string | null;
    }>
  | RequestAsked
  | RequestAnswered
  | Readonly<{ type: 'request_withdrawn'; requestId: string; kind: RequestKind }>
  | Readonly<{ type: 'payment_method_chosen'; method: OfflineMethod }>
  | Expected
  | Slipped
  | LinkRenewed;

export type OrderEventType = OrderEvent['type'];
