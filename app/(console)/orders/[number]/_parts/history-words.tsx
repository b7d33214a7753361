import type { ReactNode } from 'react';
import { CodeText } from '#app/_ui/code-text';
import type { IconName } from '#app/_ui/icon';
import { Money } from '#app/_ui/money';
import { statusWord } from '#app/_ui/status-words';
import { TextLink } from '#app/_ui/text-link';
import { carrierName } from '#domain/carriers';
import type { Currency } from '#domain/currency';
import type { Payment, Shipment } from '#domain/order';
import type { OrderEvent } from '#domain/order-event';
import type { CallbackAction } from '#domain/vocabulary';
import type { Tone } from '../../../../_ui/tones';
import type { Clock } from './clock';
import { codeEventWords } from './code-words';
import { dayInHistory, expectedWords } from './expected-words';
import { grantWords } from './grant-words';
import { byMethod } from './method-words';
import { requestWords } from './request-words';

/** How an event is told: what somebody did, as the rest of a sentence that begins with a name. */
export type EventWords = Readonly<{
  did: ReactNode;
  detail?: ReactNode;
  icon: IconName;
  tone?: Tone;
}>;

export function eventWords(event: OrderEvent, currency: Currency, clock: Clock): EventWords {
  switch (event.type) {
    case 'placed':
      return { did: 'placed the order', icon: 'receipt-text' };
    case 'paid':
      return {
        did: paidWords(event.payment),
        detail: <PaidDetail event={event} clock={clock} />,
        icon: 'circle-check',
        tone: 'good',
      };
    case 'payment_recorded':
      return recordedWords(event.payment);
    case 'payment_updated':
      return updatedWords(event);
    case 'codes_handed_out':
      return { did: `handed out ${codeCount(event.codes)}`, icon: 'key-round', tone: 'good' };
    case 'code_replaced':
    case 'code_given':
      return { ...codeEventWords(event), ...why(event), icon: 'key-round' };
    case 'shipped':
      return shippedWords(event.shipment, event.notify);
    case 'delivered':
      return { did: 'marked it delivered', ...why(event), icon: 'package-check', tone: 'good' };
    case 'rolled_back':
      return {
        did: event.restock
          ? 'rolled it back; the goods went back into stock'
          : 'rolled it back; the goods did not go back into stock',
        ...why(event),
        icon: 'rotate-ccw',
        tone: 'warn',
      };
    case 'cancelled':
      return {
        did: event.notify ? 'cancelled it' : 'cancelled it without telling the customer',
        ...why(event),
        icon: 'circle-slash',
        tone: 'warn',
      };
    case 'reopened':
      return { did: 'reopened it', ...why(event), icon: 'undo-2' };
    case 'deleted':
      return { did: 'put it into the bin', ...why(event), icon: 'trash-2', tone: 'warn' };
    case 'restored':
      return { did: 'took it out of the bin', icon: 'undo-2' };
    case 'personal_data_erased':
      return { did: 'erased the customer’s personal data', icon: 'eye-off' };
    case 'held':
      return { did: 'put it on hold', ...why(event), icon: 'pause', tone: 'warn' };
    case 'released':
      return { did: 'released it', icon: 'play' };
    case 'grant_changed':
      return grantWords(event, clock);
    case 'expected':
    case 'slipped':
      return expectedWords(event, clock);
    default:
      return correctionWords(event, currency);
  }
}

type Correction = OrderEvent & {
  type:
    | 'noted'
    | 'tagged'
    | 'contact_corrected'
    | 'address_corrected'
    | 'tracking_corrected'
    | 'message_resent'
    | 'callback_resolved'
    | 'request_asked'
    | 'request_answered'
    | 'request_withdrawn'
    | 'payment_method_chosen'
    | 'link_renewed';
};

function correctionWords(event: Correction, currency: Currency): EventWords {
  switch (event.type) {
    case 'noted':
      return event.note === null
        ? { did: 'took the note away', icon: 'sticky-note' }
        : { did: 'wrote a note', detail: event.note, icon: 'sticky-note' };
    case 'tagged':
      return event.tags.length === 0
        ? { did: 'took all tags away', icon: 'tag' }
        : { did: `set the tags: ${event.tags.join(', ')}`, icon: 'tag' };
    case 'contact_corrected':
      return {
        did: 'corrected the contact',
        detail: `${event.customer.name}, ${event.customer.email}`,
        icon: 'pencil',
      };
    case 'address_corrected':
      return { did: `corrected the ${event.which} address`, icon: 'map-pin' };
    case 'tracking_corrected':
      return { did: 'corrected the tracking', detail: parcelWords(event.parcel), icon: 'pencil' };
    case 'message_resent':
      return {
        did: `sent the message “${statusWord('template', event.template).word}” again`,
        icon: 'send',
      };
    case 'callback_resolved':
      return resolvedWords(event);
    case 'request_asked':
    case 'request_answered':
    case 'request_withdrawn':
      return requestWords(event);
    case 'payment_method_chosen':
      return { did: `chose to pay ${byMethod(event.method)}`, icon: 'wallet' };
    case 'link_renewed':
      return {
        did: event.notify
          ? 'gave it a new link and sent it to the customer'
          : 'gave it a new link without telling the customer',
        ...why(event),
        icon: 'link',
      };
    default:
      return unknownWords(event, currency);
  }
}

function resolvedWords({
  action,
  callbackId,
  ...event
}: OrderEvent & { type: 'callback_resolved' }): EventWords {
  return {
    did: (
      <>
        {resolvedAs[action]} <TextLink href={`/inbox/${callbackId}`}>a callback</TextLink>
      </>
    ),
    ...why(event),
    icon: 'inbox',
  };
}

const resolvedAs: Readonly<Record<CallbackAction, string>> = {
  attach: 'attached',
  accept: 'accepted the difference of',
  apply: 'applied',
  dismiss: 'dismissed',
  verify: 'verified again',
};

// Reached only by an event that a newer version wrote into the same database.
function unknownWords(event: never, _: Currency): EventWords {
  const { type } = event as Readonly<{ type: string }>;
  return { did: `recorded “${type.replaceAll('_', ' ')}”`, icon: 'circle' };
}

function why({ reason }: Readonly<{ reason: string | null }>) {
  return reason === null ? {} : { detail: `“${reason}”` };
}

/** An account's own name tells already how the money came in. */
function paidWords({ account, method }: Payment): string {
  return account === null ? `marked it paid ${byMethod(method)}` : 'marked it paid';
}

type PaidProps = Readonly<{ event: OrderEvent & { type: 'paid' }; clock: Clock }>;

function PaidDetail({ event, clock }: PaidProps) {
  const { amountMinor, currency, transactionId, authorizationCode } = event.payment;
  const handedOut = event.codes.reduce((sum, { handOut }) => sum + handOut, 0);
  return (
    <>
      <Money minor={amountMinor} currency={currency} />
      {transactionId === null ? null : (
        <>
          , transaction <CodeText>{transactionId}</CodeText>
        </>
      )}
      {authorizationCode === null ? null : (
        <>
          , authorization <CodeText>{authorizationCode}</CodeText>
        </>
      )}
      {handedOut > 0 ? `, ${codeCount(event.codes)} handed out` : ''}
      {event.expectedOn ? `, expected on ${dayInHistory(event.expectedOn, clock)}` : ''}
    </>
  );
}

function recordedWords(payment: Payment): EventWords {
  const amount = <Money minor={payment.amountMinor} currency={payment.currency} />;
  switch (payment.status) {
    case 'authorised':
      return { did: <>reported that {amount} is authorised</>, icon: 'hourglass', tone: 'warn' };
    case 'declined':
      return { did: <>reported that {amount} was declined</>, icon: 'circle-x', tone: 'bad' };
    default:
      return {
        did: (
          <>
            recorded {amount} {byMethod(payment.method)}
          </>
        ),
        icon: 'wallet',
      };
  }
}

function updatedWords({ what, payment }: OrderEvent & { type: 'payment_updated' }): EventWords {
  switch (what) {
    case 'refunded':
      return {
        did: (
          <>
            refunded <Money minor={payment.refundedMinor} currency={payment.currency} /> so far
          </>
        ),
        icon: 'undo-2',
        tone: 'warn',
      };
    case 'charged_back':
      return { did: 'reported a charge back', icon: 'shield-alert', tone: 'bad' };
    case 'charge_back_reversed':
      return { did: 'reported that the charge back was won', icon: 'shield-check', tone: 'good' };
    case 'authorization_code':
      return { did: `added the authorization code ${payment.authorizationCode}`, icon: 'pencil' };
    default:
      return what satisfies never;
  }
}

function shippedWords({ parcels, lines, note }: Shipment, notify: boolean): EventWords {
  const units = lines.reduce((sum, { quantity }) => sum + quantity, 0);
  const count = parcels.length > 1 ? ` in ${parcels.length} parcels` : '';
  return {
    did: `shipped ${units} ${units === 1 ? 'unit' : 'units'}${count}${notify ? '' : ' without a message'}`,
    detail: (
      <>
        {parcels.map((parcel) => (
          <p key={parcel.id}>{parcelWords(parcel)}</p>
        ))}
        {note === null ? null : <p>“{note}”</p>}
      </>
    ),
    icon: 'truck',
    tone: 'info',
  };
}

function parcelWords({ carrier, trackingNumber }: Shipment['parcels'][number]): ReactNode {
  return (
    <>
      {carrierName(carrier)} {trackingNumber === null ? '' : <CodeText>{trackingNumber}</CodeText>}
    </>
  );
}

function codeCount(codes: readonly Readonly<{ handOut: number }>[]): string {
  const count = codes.reduce((sum, { handOut }) => sum + handOut, 0);
  return `${count} ${count === 1 ? 'code' : 'codes'}`;
}
