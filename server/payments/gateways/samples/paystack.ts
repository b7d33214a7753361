import { createHmac } from 'node:crypto';
import { type GatewayAccount, secretList } from '../gateway';
import { paystackExponents } from '../read-paystack-event';
import { digitsOf } from './digits-of';
import { inTheirMinorUnits } from './in-their-minor-units';
import { messageOf, type SampleTold, type SignSample } from './sample';

/**
 * A charge, or a refund that names the reference of its charge only: the order number, as the
 * console advises. Neither has a code of a bank.
 */
export const paystack: SignSample = (told, account) => {
  const [key] = secretList(account.secrets, 'secretKey');
  const amount = inTheirMinorUnits(told.amountMinor, told.currency, paystackExponents);
  if (key === undefined || amount === null) return null;
  const body = JSON.stringify(
    told.status === 'refunded' ? refundOf(told, account, amount) : chargeOf(told, account, amount),
  );
  const mac = createHmac('sha512', key).update(body).digest('hex');
  return messageOf('application/json', body, { 'x-paystack-signature': mac });
};

function chargeOf(told: SampleTold, { live }: GatewayAccount, amount: number) {
  const at = new Date(told.atMs).toISOString();
  return {
    event: 'charge.success',
    data: {
      id: Number(digitsOf(told.transactionId)),
      domain: live ? 'live' : 'test',
      status: 'success',
      reference: told.orderNumber,
      amount,
      gateway_response: 'Successful',
      paid_at: at,
      created_at: at,
      channel: 'card',
      currency: told.currency,
      metadata: { order_number: told.orderNumber },
    },
  };
}

function refundOf(told: SampleTold, { live }: GatewayAccount, amount: number) {
  return {
    event: 'refund.processed',
    data: {
      status: 'processed',
      transaction_reference: told.orderNumber,
      refund_reference: `TRF_${told.eventId}`,
      amount: String(amount),
      currency: told.currency,
      processor: 'sample',
      domain: live ? 'live' : 'test',
    },
  };
}
