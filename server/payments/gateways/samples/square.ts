import { createHmac } from 'node:crypto';
import { secretList, setting } from '../gateway';
import { guidOf } from './guid-of';
import { messageOf, type SampleTold, type SignSample } from './sample';

/** A completed payment, or a completed refund, which names its payment and no order. */
export const square: SignSample = (told, { secrets, live, url }) => {
  const [key] = secretList(secrets, 'signatureKey');
  const notificationUrl = setting(secrets, 'notificationUrl') ?? url;
  if (key === undefined || notificationUrl === '') return null;
  const [kind, thing] = told.status === 'refunded' ? refundOf(told) : paymentOf(told);
  const body = JSON.stringify({
    merchant_id: 'MLABSAMPLE',
    type: `${kind}.updated`,
    event_id: guidOf(told.eventId),
    created_at: new Date(told.atMs).toISOString(),
    data: { type: kind, id: thing.id, object: { [kind]: thing } },
  });
  const mac = createHmac('sha256', key).update(notificationUrl).update(body).digest('base64');
  return messageOf('application/json', body, {
    'x-square-hmacsha256-signature': mac,
    'square-environment': live ? 'Production' : 'Sandbox',
  });
};

function paymentOf(told: SampleTold) {
  const money = { amount: told.amountMinor, currency: told.currency };
  const payment = {
    id: told.transactionId,
    status: 'COMPLETED',
    source_type: 'CARD',
    amount_money: money,
    total_money: money,
    reference_id: told.orderNumber,
    card_details: { status: 'CAPTURED', auth_result_code: told.authorizationCode },
    updated_at: new Date(told.atMs).toISOString(),
    version: 3,
  };
  return ['payment', payment] as const;
}

function refundOf(told: SampleTold) {
  const refund = {
    id: `${told.transactionId}_${told.eventId}`,
    status: 'COMPLETED',
    payment_id: told.transactionId,
    amount_money: { amount: told.amountMinor, currency: told.currency },
    updated_at: new Date(told.atMs).toISOString(),
    version: 2,
  };
  return ['refund', refund] as const;
}
