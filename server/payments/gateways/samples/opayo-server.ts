import { createHash } from 'node:crypto';
import { secretList, setting } from '../gateway';
import { signedAroundKey } from '../opayo-server';
import { digitsOf } from './digits-of';
import { guidOf } from './guid-of';
import { formOf, messageOf, type SampleTold, type SignSample } from './sample';

/**
 * A payment as if it had been registered with the first security key of the account. It tells no
 * amount and no test, and of refunds Opayo sends no message.
 */
export const opayoServer: SignSample = (told, { secrets }) => {
  const [key] = secretList(secrets, 'securityKey');
  const vendorName = setting(secrets, 'vendorName');
  if (key === undefined || vendorName === undefined || told.status === 'refunded') return null;
  const fields = fieldsOf(told);
  const vendor = vendorName.trim().toLowerCase();
  const [before, after] = signedAroundKey(new Map(Object.entries(fields)), vendor);
  const digest = createHash('md5').update(before + key + after);
  const body = formOf({ ...fields, VPSSignature: digest.digest('hex').toUpperCase() });
  return messageOf('application/x-www-form-urlencoded', body);
};

function fieldsOf(told: SampleTold): Readonly<Record<string, string>> {
  return {
    VPSProtocol: '4.00',
    TxType: 'PAYMENT',
    VendorTxCode: told.orderNumber,
    VPSTxId: `{${guidOf(told.transactionId).toUpperCase()}}`,
    Status: 'OK',
    StatusDetail: '0000 : The Authorisation was Successful.',
    TxAuthNo: digitsOf(told.transactionId),
    AVSCV2: 'ALL MATCH',
    AddressResult: 'MATCHED',
    PostCodeResult: 'MATCHED',
    CV2Result: 'MATCHED',
    GiftAid: '0',
    '3DSecureStatus': 'OK',
    CardType: 'VISA',
    Last4Digits: '0006',
    DeclineCode: '00',
    ExpiryDate: '1230',
    BankAuthCode: told.authorizationCode,
  };
}
