/** The closed word lists of DESIGN: one word per thing in database, code, interface and tests. */

export const orderStatuses = ['pending', 'paid', 'shipped', 'delivered', 'cancelled'] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const paymentStatuses = [
  'unpaid',
  'partly_paid',
  'paid',
  'partly_refunded',
  'refunded',
] as const;
export type PaymentStatus = (typeof paymentStatuses)[number];

export const fulfilmentStatuses = [
  'unfulfilled',
  'partly_shipped',
  'shipped',
  'delivered',
] as const;
export type FulfilmentStatus = (typeof fulfilmentStatuses)[number];

/** What a person should look at before going on with an order. */
export const orderFlags = [
  'short_stock',
  'codes_short',
  'on_hold',
  'authorised',
  'refunded',
  'charged_back',
  'cancel_requested',
  'not_received',
  'late',
] as const;
export type OrderFlag = (typeof orderFlags)[number];

/** What a customer may ask of the people of the shop. */
export const requestKinds = ['cancel', 'not_received'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestAnswers = ['accepted', 'refused', 'withdrawn'] as const;
export type RequestAnswer = (typeof requestAnswers)[number];

export const productKinds = ['physical', 'codes', 'file'] as const;
export type ProductKind = (typeof productKinds)[number];

export const paymentRecordStatuses = [
  'authorised',
  'received',
  'declined',
  'refunded',
  'reversed',
  'charged_back',
] as const;
export type PaymentRecordStatus = (typeof paymentRecordStatuses)[number];

export const offlineMethods = ['cheque', 'wire', 'cash', 'terminal'] as const;
export type OfflineMethod = (typeof offlineMethods)[number];

export const movementReasons = ['sale', 'roll_back', 'adjustment'] as const;
export type MovementReason = (typeof movementReasons)[number];

export const codeStatuses = ['available', 'handed_out', 'burned'] as const;
export type CodeStatus = (typeof codeStatuses)[number];

export const fileVersionStatuses = ['uploading', 'ready'] as const;

export const callbackVerdicts = [
  'applied',
  'duplicate',
  'already_paid',
  'declined',
  'held',
  'ignored',
  'amount_differs',
  'currency_differs',
  'order_unknown',
  'order_cancelled',
  'not_live',
  'bad_signature',
  'not_configured',
  'malformed',
  'error',
] as const;
export type CallbackVerdict = (typeof callbackVerdicts)[number];

/** Verdicts that wait in the inbox for a person. */
export const verdictsForAPerson = [
  'already_paid',
  'amount_differs',
  'currency_differs',
  'order_unknown',
  'order_cancelled',
  'held',
  'error',
] as const satisfies readonly CallbackVerdict[];

/** What a person can do about a callback that waits. */
export const callbackActions = ['attach', 'accept', 'apply', 'dismiss', 'verify'] as const;
export type CallbackAction = (typeof callbackActions)[number];

export const messageTemplates = [
  'order_received',
  'paid',
  'shipped',
  'cancelled',
  'code_replaced',
  'sign_in_link',
  'request_answered',
  'late',
] as const;
export type MessageTemplate = (typeof messageTemplates)[number];

/** All but what is about a customer and no order. */
export type OrderTemplate = Exclude<MessageTemplate, 'sign_in_link'>;

export const messageStatuses = [
  'held',
  'waiting',
  'sending',
  'sent',
  'failed',
  'withdrawn',
] as const;
export type MessageStatus = (typeof messageStatuses)[number];

/** What is known of a message after it left, the worse the later; what was told twice stays. */
export const messageDeliveries = ['delayed', 'delivered', 'bounced', 'complained'] as const;
export type MessageDelivery = (typeof messageDeliveries)[number];

export const actorKinds = ['staff', 'api_key', 'payment_account', 'customer', 'system'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** Whoever asked for a change: kept with every event and movement. */
export type Actor = Readonly<{ kind: ActorKind; id: string; name: string }>;

/** What staff do with a customer's data. */
export const customerEventTypes = ['merged', 'exported', 'erased', 'signed_out'] as const;
export type CustomerEventType = (typeof customerEventTypes)[number];

export const staffRoles = ['owner', 'staff'] as const;
export type StaffRole = (typeof staffRoles)[number];

export const scopes = [
  'orders:read',
  'orders:write',
  'products:read',
  'products:write',
  'codes:read',
  'settings:read',
  'settings:write',
] as const;
export type Scope = (typeof scopes)[number];
