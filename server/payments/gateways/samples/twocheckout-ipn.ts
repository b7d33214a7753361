import { createHmac } from 'node:crypto';
import { formatDecimal } from '#domain/money';
import { secretList } from '../gateway';
import { digitsOf } from './digits-of';
import { formOf, messageOf, type SignSample } from './sample';

/** An order that is complete, or refunded, which is told below nothing; signed with SHA-2. */
export const twocheckoutIpn: SignSample = (told, account) => {
  const [key] = secretList(account.secrets, 'secretKey');
  if (key === undefined) return null;
  const isRefund = told.status === 'refunded';
  const at = new Date(told.atMs).toISOString().slice(0, 19).replace('T', ' ');
  const fields: Record<string, string> = {
    SALEDATE: at,
    PAYMENTDATE: at,
    REFNO: digitsOf(told.transactionId),
    REFNOEXT: told.orderNumber,
    ORDERNO: '1',
    ORDERSTATUS: isRefund ? 'REFUND' : 'COMPLETE',
    PAYMETHOD: 'Visa/MasterCard',
    COMPANY: '',
    CURRENCY: told.currency,
    'IPN_PID[]': '1',
    'IPN_PNAME[]': 'Order',
    IPN_TOTALGENERAL: formatDecimal(isRefund ? -told.amountMinor : told.amountMinor, told.currency),
    TEST_ORDER: account.live ? '0' : '1',
    IPN_DATE: at.replace(/\D/g, ''),
  };
  const text = Object.values(fields).map((value) => `${Buffer.byteLength(value)}${value}`);
  const mac = createHmac('sha256', key).update(text.join('')).digest('hex');
  const body = formOf({ ...fields, SIGNATURE_SHA2_256: mac });
  return messageOf('application/x-www-form-urlencoded', body);
};
