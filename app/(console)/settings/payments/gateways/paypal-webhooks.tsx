import { Code, CodeList } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

const events = [
  'PAYMENT.CAPTURE.COMPLETED',
  'PAYMENT.CAPTURE.PENDING',
  'PAYMENT.CAPTURE.DENIED',
  'PAYMENT.CAPTURE.REFUNDED',
  'PAYMENT.CAPTURE.REVERSED',
  'PAYMENT.AUTHORIZATION.CREATED',
  'PAYMENT.AUTHORIZATION.VOIDED',
  'CUSTOMER.DISPUTE.CREATED',
  'CUSTOMER.DISPUTE.RESOLVED',
];

export const paypalWebhooks = {
  name: 'PayPal',
  needs:
    'You need to be able to sign in to the PayPal Developer Dashboard and add a webhook there.',
  slug: 'paypal',
  fields: [
    {
      name: 'webhookId',
      label: 'Webhook ID',
      hint: 'Of this one webhook, as it is listed beside its address.',
      kind: 'text',
    },
    {
      name: 'clientId',
      label: 'Client ID',
      hint: 'Of the app to which the webhook belongs.',
      kind: 'text',
    },
    {
      name: 'clientSecret',
      label: 'Client secret',
      hint: 'Shown beside the client ID, as Secret key.',
      kind: 'secret',
    },
    {
      name: 'publicKeyPem',
      label: 'Public key',
      hint: 'Only where this server cannot fetch PayPal’s certificate: the key in PEM, with its first and last line.',
      kind: 'secret',
      isMultiline: true,
      isOptional: true,
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      In the Developer Dashboard open <b>Apps &amp; Credentials</b>, choose <b>Live</b> and your
      app. Copy the client ID and the secret and paste them here.
    </>,
    <>
      On the same page choose <b>Add Webhook</b>, paste the address into <b>Webhook URL</b>, and
      choose these events:
      <CodeList list={events} />
    </>,
    <>
      When it is saved, copy its <b>Webhook ID</b> and paste it here.
    </>,
    <>
      Have your shop give PayPal the order number as <Code>invoice_id</Code> or{' '}
      <Code>custom_id</Code> of the purchase unit.
    </>,
  ],
  after:
    'PayPal’s signature does not cover the amount, so each payment is asked for before it counts. The sandbox has its own app, webhook and secret. Messages of the Webhooks Simulator cannot be verified.',
} satisfies GatewayCopy;
