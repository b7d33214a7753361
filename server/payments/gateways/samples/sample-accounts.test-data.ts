import type { Currency } from '#domain/currency';
import type { GatewayId } from '../registry';

const quickPay = {
  signatureHeader: 'x-signature',
  prefix: 'sha256=',
  timestampHeader: 'x-timestamp',
  signedContent: ['timestamp', { literal: '.' }, 'url', { literal: '.' }, 'body'],
  amountUnit: 'decimal',
  encoding: 'base64',
  fields: {
    eventId: 'header:x-event-id',
    orderNumber: ['data.order.number', 'data.reference'],
    amount: 'data.amount',
    currency: 'data.currency',
    transactionId: 'data.operations.-1.id',
    authorizationCode: 'data.operations.-1.auth',
    status: 'type',
    test: 'data.mode.test',
  },
  statusMap: { 'payment.failed': 'declined', 'payment.paid': 'approved', back: 'refunded' },
};

/** Without a place for the currency, and without a word for a refund. */
const plainBody = {
  signatureHeader: 'x-mac',
  algorithm: 'sha512',
  secretEncoding: 'hex',
  fields: { orderNumber: 'id', amount: 'minor', transactionId: 'id.of', status: 'status' },
  statusMap: { DONE: 'approved' },
};

/** A gateway and what an account of it holds. */
export type SampleAccount = Readonly<{
  gateway: GatewayId;
  secrets: Record<string, string | string[] | boolean>;
  config?: unknown;
  currency?: Currency;
}>;

const hexKey = 'A1B2C3D4E5F60718293A4B5C6D7E8F90';
const redsysKey = 'sq7HjrUOBfKmC576ILgskD5srU870gJ7';

/** Accounts that messages can be signed with, in the ways in which their gateways sign. */
export const sampleAccounts = {
  stripe: { gateway: 'stripe', secrets: { endpointSecret: 'whsec_of_the_lab_0123456789' } },
  'standard-webhooks': {
    gateway: 'standard-webhooks',
    secrets: { secret: `whsec_${Buffer.alloc(32, 7).toString('base64')}` },
  },
  'authorizenet-silent-post': {
    gateway: 'authorizenet-silent-post',
    secrets: { signatureKeyHex: hexKey.repeat(4), accountCurrency: 'USD' },
  },
  'authorizenet-webhooks': {
    gateway: 'authorizenet-webhooks',
    secrets: { signatureKey: hexKey.repeat(4), accountCurrency: 'USD' },
  },
  'authorizenet-by-hand': {
    gateway: 'authorizenet-webhooks',
    secrets: { signatureKey: hexKey.repeat(4), accountCurrency: 'USD', manualCapture: true },
  },
  adyen: { gateway: 'adyen', secrets: { hmacKeyHex: [hexKey.repeat(2), '0F'.repeat(32)] } },
  'adyen-by-hand': {
    gateway: 'adyen',
    secrets: { hmacKeyHex: hexKey.repeat(2), merchantAccount: 'ShopECOM', manualCapture: true },
  },
  redsys: { gateway: 'redsys', secrets: { merchantKey: redsysKey, merchantCode: '1234' } },
  'redsys-v1': { gateway: 'redsys', secrets: { merchantKey: redsysKey, allow: 'HMAC_SHA256_V1' } },
  opayo: {
    gateway: 'opayo-server',
    secrets: { securityKey: ['AAKEY12345', 'BBKEY12345'], vendorName: 'MyShop' },
  },
  'universal-form': {
    gateway: 'universal-form',
    secrets: { secret: 'of the form', accountId: 'z' },
  },
  quickpay: { gateway: 'generic-hmac', secrets: { secret: 'of the sender' }, config: quickPay },
  'plain-body': {
    gateway: 'generic-hmac',
    secrets: { secret: hexKey },
    config: plainBody,
    currency: 'USD',
  },
  square: { gateway: 'square', secrets: { signatureKey: 'of-the-subscription' } },
  razorpay: { gateway: 'razorpay', secrets: { webhookSecret: 'of the webhook' } },
  paystack: { gateway: 'paystack', secrets: { secretKey: 'sk_test_of_the_lab' } },
  worldpay: { gateway: 'worldpay', secrets: { callbackPW: 's3cret?', tokenKey: 'of the shop' } },
  'worldpay-without-token': { gateway: 'worldpay', secrets: { callbackPW: '!(secret)!' } },
  twocheckout: { gateway: 'twocheckout-ipn', secrets: { secretKey: 'AABBCCDDEEFF' } },
} as const satisfies Record<string, SampleAccount>;
