import { createHmac } from 'node:crypto';
import { formatDecimal } from '#domain/money';
import { secretList, setting } from '../gateway';
import { formOf, messageOf, type SignSample } from './sample';

/** A completed payment, or a refund with a reference of its own. */
export const universalForm: SignSample = (told, account) => {
  const [key] = secretList(account.secrets, 'secret');
  if (key === undefined) return null;
  const isRefund = told.status === 'refunded';
  const fields: Record<string, string> = {
    x_account_id: setting(account.secrets, 'accountId')?.trim() ?? 'sample',
    x_reference: told.orderNumber,
    x_currency: told.currency,
    x_test: String(!account.live),
    x_amount: formatDecimal(told.amountMinor, told.currency),
    x_gateway_reference: isRefund ? `${told.transactionId}-refund` : told.transactionId,
    x_timestamp: new Date(told.atMs).toISOString().replace(/\.\d+Z$/, 'Z'),
    x_result: 'completed',
    ...(isRefund ? { x_transaction_type: 'refund' } : { x_auth_code: told.authorizationCode }),
  };
  const text = Object.entries(fields)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flat()
    .join('');
  const mac = createHmac('sha256', key).update(text).digest('hex');
  const body = formOf({ ...fields, x_signature: mac });
  return messageOf('application/x-www-form-urlencoded', body);
};
