import { createHmac } from 'node:crypto';
import { secretList } from '../gateway';
import { messageOf, type SignSample } from './sample';

/** `payment.paid` or `payment.refunded`; a public key signs nothing, so only `whsec_` will do. */
export const standardWebhooks: SignSample = (told, account) => {
  const [secret] = secretList(account.secrets, 'secret').filter((it) => !it.startsWith('whpk_'));
  if (secret === undefined) return null;
  const id = `msg_${told.eventId}`;
  const seconds = Math.floor(told.atMs / 1000);
  const body = JSON.stringify({
    type: told.status === 'refunded' ? 'payment.refunded' : 'payment.paid',
    timestamp: new Date(told.atMs).toISOString(),
    data: {
      order_number: told.orderNumber,
      amount_minor: told.amountMinor,
      currency: told.currency,
      transaction_id: told.transactionId,
      authorization_code: told.authorizationCode,
    },
  });
  const key = secret.startsWith('polar_')
    ? Buffer.from(secret, 'utf8')
    : Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const mac = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return messageOf('application/json', body, {
    'webhook-id': id,
    'webhook-timestamp': String(seconds),
    'webhook-signature': `v1,${mac}`,
  });
};
