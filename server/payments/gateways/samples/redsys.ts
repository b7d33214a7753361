import { createHmac } from 'node:crypto';
import { numberOfCurrency } from '#domain/currency-of-number';
import { secretList, setting } from '../gateway';
import { allowedVersions } from '../redsys';
import { redsysSchemes } from '../redsys-signature';
import { formOf, messageOf, type SampleTold, type SignSample } from './sample';

/** A payment, or a refund of it, which goes by the same order number. Neither says if it is a test. */
export const redsys: SignSample = (told, account) => {
  const [merchantKey] = secretList(account.secrets, 'merchantKey');
  const [version = 'HMAC_SHA512_V2'] = allowedVersions(account.secrets);
  const { algorithm, orderKey } = redsysSchemes[version];
  const key = orderKey(merchantKey ?? '', told.orderNumber);
  if (key === null) return null;
  const merchantCode = setting(account.secrets, 'merchantCode') ?? '999008881';
  const parameters = JSON.stringify(parametersOf(told, merchantCode));
  const text = Buffer.from(parameters, 'utf8').toString('base64url');
  const body = formOf({
    Ds_SignatureVersion: version,
    Ds_MerchantParameters: text,
    Ds_Signature: createHmac(algorithm, key).update(text).digest('base64url'),
  });
  return messageOf('application/x-www-form-urlencoded', body);
};

/** All values are texts, the date and the time escaped as in an address. */
function parametersOf(told: SampleTold, merchantCode: string): Readonly<Record<string, string>> {
  const [year, month, day, hour, minute] = new Date(told.atMs).toISOString().split(/[-T:]/);
  const isRefund = told.status === 'refunded';
  return {
    Ds_Date: encodeURIComponent(`${day}/${month}/${year}`),
    Ds_Hour: encodeURIComponent(`${hour}:${minute}`),
    Ds_SecurePayment: '1',
    Ds_Amount: String(told.amountMinor),
    Ds_Currency: numberOfCurrency(told.currency),
    Ds_Order: told.orderNumber,
    Ds_MerchantCode: merchantCode,
    Ds_Terminal: '001',
    Ds_Response: isRefund ? '0900' : '0000',
    Ds_TransactionType: isRefund ? '3' : '0',
    Ds_MerchantData: '',
    Ds_AuthorisationCode: told.authorizationCode,
  };
}
