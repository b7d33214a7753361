import { Code, CodeList } from './code';
import type { GatewayCopy } from './gateway-copy';

const events = [
  'net.authorize.payment.authcapture.created',
  'net.authorize.payment.authorization.created',
  'net.authorize.payment.capture.created',
  'net.authorize.payment.priorAuthCapture.created',
  'net.authorize.payment.refund.created',
  'net.authorize.payment.void.created',
  'net.authorize.payment.fraud.held',
  'net.authorize.payment.fraud.approved',
  'net.authorize.payment.fraud.declined',
];

export const authorizenetWebhooks = {
  name: 'Authorize.Net Webhooks',
  needs: 'You need to be able to sign in to the Merchant Interface and make a signature key there.',
  slug: 'authorizenet-webhooks',
  fields: [
    {
      name: 'signatureKey',
      label: 'Signature key',
      hint: '128 digits and letters from A to F. It is neither the API login ID nor the transaction key.',
      kind: 'secret',
    },
    {
      name: 'manualCapture',
      label: 'Payments are captured by hand',
      hint: 'For a shop that only authorises at first: an order that was held for review is paid once it is captured.',
      kind: 'option',
    },
  ],
  currency: {
    hint: 'Authorize.Net does not name the currency in its messages.',
    isNeeded: true,
  },
  steps: [
    <>
      In the Merchant Interface open <b>Account</b>, <b>Account and API Settings</b>, then{' '}
      <b>API Credentials and Keys</b>, and choose <b>Generate New Signature Key</b>. Copy the key
      and paste it here.
    </>,
    <>
      In the settings of your account open <b>Webhooks</b>, choose <b>Add Endpoint</b>, and paste
      the address as the <b>Endpoint URL</b>.
    </>,
    <>
      Set it to <b>Active</b> and choose these events:
      <CodeList list={events} />
    </>,
    <>
      Have your shop send the order number as the <Code>invoiceNumber</Code> of the order.
    </>,
  ],
  after:
    'A new signature key takes the place of the former one within 24 hours: keep both here until then. Charge backs are not announced.',
} satisfies GatewayCopy;
