import { Code } from './code';
import type { GatewayCopy } from './gateway-copy';

export const payflowSilentPost = {
  name: 'PayPal Payflow Silent Post',
  needs:
    'You need to be able to sign in to PayPal Manager, and a user whose login may be used to ask Payflow about a payment.',
  slug: 'payflow',
  fields: [
    {
      name: 'partner',
      label: 'Partner',
      hint: 'As you sign in to PayPal Manager; often PayPal.',
      kind: 'text',
    },
    {
      name: 'vendor',
      label: 'Merchant Login',
      hint: 'As you sign in to PayPal Manager.',
      kind: 'text',
    },
    {
      name: 'user',
      label: 'User',
      hint: 'Leave it empty where it is the same as the merchant login.',
      kind: 'text',
      isOptional: true,
    },
    {
      name: 'password',
      label: 'Password',
      hint: 'Of that user. A user of its own, for transactions only, is best.',
      kind: 'secret',
    },
    {
      name: 'orderToken',
      label: 'Secret of your order token',
      hint: 'At least 16 characters, the same as in your shop. Without it, a customer could have one payment count for another order of the same amount.',
      kind: 'secret',
      isOptional: true,
    },
    {
      name: 'sandbox',
      label: 'Ask the pilot server',
      hint: 'For test transactions. They never pay a live order.',
      kind: 'option',
    },
  ],
  currency: { hint: 'Payflow does not name the currency in its messages.', isNeeded: true },
  steps: [
    <>
      In PayPal Manager open <b>Service Settings</b>, then <b>Set Up</b> under{' '}
      <b>Hosted Checkout Pages</b>.
    </>,
    <>
      Set <b>Use Silent Post</b> to <b>Yes</b>, paste the address into <b>Silent Post URL</b>, and
      choose <b>Save Changes</b>.
    </>,
    <>
      Have your shop send the order number as <Code>INVNUM</Code>.
    </>,
    <>
      Have it send a token as <Code>USER1</Code> as well: the HMAC-SHA256 of <Code>INVNUM|AMT</Code>{' '}
      in hexadecimal, under a secret that you give here. It alone proves which order was paid.
    </>,
  ],
  after:
    'The messages are not signed: nothing counts until Payflow itself has said the same. With Void Transaction When My Server Fails on, a sale that we turn away is voided.',
} satisfies GatewayCopy;
