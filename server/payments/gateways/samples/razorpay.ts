import { createHmac } from 'node:crypto';
import { secretList } from '../gateway';
import { messageOf, type SampleTold, type SignSample } from './sample';

/** A captured payment, or a processed refund with its payment. Neither says if it is a test. */
export const razorpay: SignSample = (told, account) => {
  const [secret] = secretList(account.secrets, 'webhookSecret');
  if (secret === undefined) return null;
  const isRefund = told.status === 'refunded';
  const payment = { payment: { entity: paymentOf(told) } };
  const body = JSON.stringify({
    entity: 'event',
    account_id: 'acc_LabSample',
    event: isRefund ? 'refund.processed' : 'payment.captured',
    contains: isRefund ? ['refund', 'payment'] : ['payment'],
    payload: isRefund ? { refund: { entity: refundOf(told) }, ...payment } : payment,
    created_at: Math.floor(told.atMs / 1000),
  });
  return messageOf('application/json', body, {
    'x-razorpay-event-id': told.eventId,
    'x-razorpay-signature': createHmac('sha256', secret).update(body).digest('hex'),
  });
};

function paymentOf(told: SampleTold) {
  const isRefund = told.status === 'refunded';
  return {
    id: `pay_${told.transactionId}`,
    entity: 'payment',
    amount: told.amountMinor,
    currency: told.currency,
    status: isRefund ? 'refunded' : 'captured',
    amount_refunded: isRefund ? told.amountMinor : 0,
    refund_status: isRefund ? 'full' : null,
    captured: true,
    method: 'card',
    notes: { order_number: told.orderNumber },
    acquirer_data: { auth_code: told.authorizationCode },
  };
}

function refundOf(told: SampleTold) {
  return {
    id: `rfnd_${told.eventId}`,
    entity: 'refund',
    amount: told.amountMinor,
    currency: told.currency,
    payment_id: `pay_${told.transactionId}`,
    notes: [],
    status: 'processed',
  };
}
