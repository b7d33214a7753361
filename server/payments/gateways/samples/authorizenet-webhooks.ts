import { createHmac } from 'node:crypto';
import { formatDecimal } from '#domain/money';
import { type GatewayAccount, isOn, secretList } from '../gateway';
import { digitsOf } from './digits-of';
import { guidOf } from './guid-of';
import { messageOf, type SampleTold, type SignSample } from './sample';

/**
 * A payment that was captured, or a refund with a transaction of its own. Neither names a currency,
 * and a sandbox calls nothing a test.
 */
export const authorizenetWebhooks: SignSample = (told, account) => {
  const [key] = secretList(account.secrets, 'signatureKey');
  if (key === undefined) return null;
  const isRefund = told.status === 'refunded';
  const body = withPlainAmount({
    notificationId: guidOf(told.eventId),
    eventType: `net.authorize.payment.${eventOf(told, account)}.created`,
    eventDate: new Date(told.atMs).toISOString(),
    webhookId: guidOf('webhook'),
    payload: {
      responseCode: 1,
      authCode: isRefund ? '' : told.authorizationCode,
      avsResponse: isRefund ? 'P' : 'Y',
      authAmount: formatDecimal(told.amountMinor, told.currency),
      invoiceNumber: told.orderNumber,
      entityName: 'transaction',
      id: digitsOf(isRefund ? told.eventId : told.transactionId),
    },
  });
  const mac = createHmac('sha512', key).update(body).digest('hex').toUpperCase();
  return messageOf('application/json', body, { 'x-anet-signature': `sha512=${mac}` });
};

function eventOf({ status }: SampleTold, { secrets }: GatewayAccount): string {
  if (status === 'refunded') return 'refund';
  return isOn(secrets, 'manualCapture') ? 'priorAuthCapture' : 'authcapture';
}

/** The amount is a number that keeps its zeros (59.90), which `JSON.stringify` does not write. */
function withPlainAmount(notification: object): string {
  return JSON.stringify(notification).replace(/"authAmount":"([\d.]+)"/, '"authAmount":$1');
}
