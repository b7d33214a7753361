import type { ReactNode } from 'react';
import { CodeText } from '#app/_ui/code-text';
import type { IconName } from '#app/_ui/icon';
import { statusWord } from '#app/_ui/status-words';
import { TextLink } from '#app/_ui/text-link';
import { carrierName } from '#domain/carriers';
import type { Currency } from '#domain/currency';
import type { Shipment } from '#domain/order';
import type { OrderEvent } from '#domain/order-event';
import type { CallbackAction } from '#domain/vocabulary';
import type { Tone } from '../../../../_ui/tones';
import { addressWords } from './address-words';
import type { Clock } from './clock';
import { codeCount, codeEventWords } from './code-words';
import { expectedWords } from './expected-words';
import { grantWords } from './grant-words';
import { byMethod } from './method-words';
import { PaidDetail, paidWords, recordedWords, updatedWords } from './payment-words';
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
      return addressWords(event);
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
