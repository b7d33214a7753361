import { createHmac } from 'node:crypto';
import { type GatewayAccount, isOn, secretList, setting } from '../gateway';
import { adyenExponents } from '../read-adyen-item';
import { inTheirMinorUnits } from './in-their-minor-units';
import { messageOf, type SampleTold, type SignSample } from './sample';

/**
 * One item: an authorisation, or its capture where the account captures by hand, or a refund. What
 * is signed stands after what is not.
 */
export const adyen: SignSample = (told, account) => {
  const [key] = secretList(account.secrets, 'hmacKeyHex');
  const value = inTheirMinorUnits(told.amountMinor, told.currency, adyenExponents);
  if (key === undefined || value === null) return null;
  const signed = {
    ...referencesOf(told, account),
    merchantAccountCode: setting(account.secrets, 'merchantAccount') ?? 'SampleECOM',
    merchantReference: told.orderNumber,
    amount: { value, currency: told.currency },
    success: 'true',
  };
  const item = {
    additionalData: {
      authCode: told.authorizationCode,
      hmacSignature: signatureOf(signed, Buffer.from(key, 'hex')),
    },
    eventDate: new Date(told.atMs).toISOString().replace(/\.\d+Z$/, '+00:00'),
    operations: [],
    paymentMethod: 'visa',
    reason: '',
    ...signed,
  };
  const body = JSON.stringify({
    live: String(account.live),
    notificationItems: [{ NotificationRequestItem: item }],
  });
  return messageOf('application/json', body);
};

type References = Readonly<{ eventCode: string; pspReference: string; originalReference?: string }>;

/** What follows a payment has a reference of its own, and the payment's as the original one. */
function referencesOf(told: SampleTold, { secrets }: GatewayAccount): References {
  const originalReference = told.transactionId.toUpperCase();
  const pspReference = told.eventId.toUpperCase();
  if (told.status === 'refunded') return { eventCode: 'REFUND', pspReference, originalReference };
  return isOn(secrets, 'manualCapture')
    ? { eventCode: 'CAPTURE', pspReference, originalReference }
    : { eventCode: 'AUTHORISATION', pspReference: originalReference };
}

type Signed = References &
  Readonly<{
    merchantAccountCode: string;
    merchantReference: string;
    amount: Readonly<{ value: number; currency: string }>;
    success: string;
  }>;

function signatureOf(item: Signed, key: Buffer): string {
  const { pspReference, originalReference = '', amount, eventCode, success } = item;
  const references = [item.merchantAccountCode, item.merchantReference];
  const facts = [amount.value, amount.currency, eventCode, success];
  const text = [pspReference, originalReference, ...references, ...facts].join(':');
  return createHmac('sha256', key).update(text).digest('base64');
}
