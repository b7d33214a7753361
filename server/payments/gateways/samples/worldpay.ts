import { createHmac } from 'node:crypto';
import { formatDecimal } from '#domain/money';
import { secretList, setting } from '../gateway';
import { digitsOf } from './digits-of';
import { formOf, messageOf, type SignSample } from './sample';

/**
 * A payment with the account's password, and with the shop's `M_sig` where it has a token key: what
 * proves a message stands last. Of refunds Worldpay sends no message.
 */
export const worldpay: SignSample = (told, { secrets, live }) => {
  const [password] = secretList(secrets, 'callbackPW');
  const [tokenKey] = secretList(secrets, 'tokenKey');
  if (password === undefined || told.status === 'refunded') return null;
  const amount = formatDecimal(told.amountMinor, told.currency);
  const { orderNumber, currency } = told;
  const body = formOf({
    instId: setting(secrets, 'instId')?.trim() ?? '1234567',
    cartId: orderNumber,
    desc: 'Order',
    amount,
    currency,
    authAmount: amount,
    authCurrency: currency,
    authMode: 'A',
    transId: digitsOf(told.transactionId),
    transStatus: 'Y',
    transTime: String(told.atMs),
    rawAuthMessage: 'cardbe.msg.authorised',
    rawAuthCode: 'A',
    testMode: live ? '0' : '100',
    AVS: '2222',
    callbackPW: password,
    ...(tokenKey !== undefined && {
      M_sig: createHmac('sha256', tokenKey)
        .update([orderNumber, amount, currency].join('|'))
        .digest('hex'),
    }),
  });
  return messageOf('application/x-www-form-urlencoded', body);
};
