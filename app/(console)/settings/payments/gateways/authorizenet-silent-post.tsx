import { Code } from './code';
import type { GatewayCopy } from './gateway-copy';

export const authorizenetSilentPost = {
  name: 'Authorize.Net Silent Post',
  needs: 'You need to be able to sign in to the Merchant Interface and make a signature key there.',
  slug: 'authorizenet',
  fields: [
    {
      name: 'signatureKeyHex',
      label: 'Signature key',
      hint: '128 digits and letters from A to F. It is neither the API login ID nor the transaction key.',
      kind: 'secret',
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
      In the settings of your account open <b>Silent Post URL</b>, paste the address and choose{' '}
      <b>Submit</b>.
    </>,
    <>
      Have your shop send the order number as the invoice number, <Code>x_invoice_num</Code>.
    </>,
  ],
  after:
    'A former signature key keeps working for 24 hours unless you disable it. Recurring billing and stored customer profiles are posted without a signature, so they are not accepted here.',
} satisfies GatewayCopy;
