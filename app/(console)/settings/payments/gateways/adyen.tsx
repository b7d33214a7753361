import { Code } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

export const adyen = {
  name: 'Adyen',
  needs: 'You need to be able to sign in to your Adyen Customer Area and add a webhook there.',
  slug: 'adyen',
  fields: [
    {
      name: 'hmacKeyHex',
      label: 'HMAC key',
      hint: 'Of this one webhook: 64 digits and letters from A to F. It is not an API key.',
      kind: 'secret',
    },
    {
      name: 'merchantAccount',
      label: 'Merchant account',
      hint: 'Its name as the Customer Area shows it. Messages about any other account are refused.',
      kind: 'text',
    },
    {
      name: 'manualCapture',
      label: 'Payments are captured by hand',
      hint: 'For a merchant account whose capture delay is manual: an order is paid once it is captured.',
      kind: 'option',
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      In the Customer Area open <b>Developers</b>, then <b>Webhooks</b>, choose{' '}
      <b>Create new webhook</b> and add a <b>Standard webhook</b>.
    </>,
    <>
      Let it send for this one merchant account only, and paste the address as the <b>URL</b> of the
      server.
    </>,
    <>
      Under <b>Security</b> generate an <b>HMAC key</b> and paste it here. Adyen shows it once.
    </>,
    <>
      Keep the default events, and add <Code>OFFER_CLOSED</Code> and <Code>PENDING</Code> where the
      list offers them.
    </>,
    <>
      Under <b>Additional settings</b> tick <b>Add Acquirer Result</b>: it brings the authorization
      code.
    </>,
    <>
      Have your shop send the order number as the <Code>merchantReference</Code>, without a colon.
    </>,
  ],
  after:
    'The test and the live Customer Area each have their own webhook and their own key. A new key takes a while to come into use: keep the former one beside it until then.',
} satisfies GatewayCopy;
