import { createHmac } from 'node:crypto';
import { secretList } from '../gateway';
import { stripeExponents } from '../read-stripe-event';
import { inTheirMinorUnits } from './in-their-minor-units';
import { messageOf, type SignSample } from './sample';

/** A `charge.succeeded` or `charge.refunded` event with its `Stripe-Signature`. */
export const stripe: SignSample = (told, account) => {
  const [secret] = secretList(account.secrets, 'endpointSecret');
  const amount = inTheirMinorUnits(told.amountMinor, told.currency, stripeExponents);
  if (secret === undefined || amount === null) return null;
  const seconds = Math.floor(told.atMs / 1000);
  const isRefund = told.status === 'refunded';
  const body = JSON.stringify({
    id: `evt_${told.eventId}`,
    object: 'event',
    type: isRefund ? 'charge.refunded' : 'charge.succeeded',
    created: seconds,
    livemode: account.live,
    data: {
      object: {
        id: `ch_${told.transactionId}`,
        object: 'charge',
        amount,
        amount_captured: amount,
        amount_refunded: isRefund ? amount : 0,
        captured: true,
        refunded: isRefund,
        currency: told.currency.toLowerCase(),
        payment_intent: `pi_${told.transactionId}`,
        metadata: { order_number: told.orderNumber },
        payment_method_details: { card: { authorization_code: told.authorizationCode } },
      },
    },
  });
  const mac = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
  return messageOf('application/json', body, { 'stripe-signature': `t=${seconds},v1=${mac}` });
};
