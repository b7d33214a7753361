import { createHmac } from 'node:crypto';
import { formatDecimal } from '#domain/money';
import { signedNames } from '../authorizenet-silent-post';
import { secretList } from '../gateway';
import { digitsOf } from './digits-of';
import { formOf, messageOf, type SignSample } from './sample';

/** An approved sale or a credit; the form names no currency and no time. */
export const authorizenetSilentPost: SignSample = (told, account) => {
  const [key] = secretList(account.secrets, 'signatureKeyHex');
  if (key === undefined) return null;
  const fields: Record<string, string> = {
    x_response_code: '1',
    x_response_reason_text: 'This transaction has been approved.',
    x_auth_code: told.authorizationCode,
    x_trans_id: digitsOf(told.transactionId),
    x_invoice_num: told.orderNumber,
    x_amount: formatDecimal(told.amountMinor, told.currency),
    x_type: told.status === 'refunded' ? 'credit' : 'auth_capture',
    x_test_request: account.live ? 'false' : 'true',
  };
  const text = `^${signedNames.map((name) => fields[name] ?? '').join('^')}^`;
  const hmac = createHmac('sha512', Buffer.from(key, 'hex')).update(text);
  const body = formOf({ ...fields, x_SHA2_Hash: hmac.digest('hex').toUpperCase() });
  return messageOf('application/x-www-form-urlencoded; charset=utf-8', body);
};
