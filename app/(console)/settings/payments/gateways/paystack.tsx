import { Code } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

export const paystack = {
  name: 'Paystack',
  needs: 'You need to be able to sign in to your Paystack Dashboard and see its API keys.',
  slug: 'paystack',
  fields: [
    {
      name: 'secretKey',
      label: 'Secret key',
      hint: 'It begins with sk_live_, or with sk_test_ for test payments. It is not the public key.',
      kind: 'secret',
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      In the Paystack Dashboard open <b>Settings</b>, then <b>API Keys &amp; Webhooks</b>.
    </>,
    <>
      Paste the address as the <b>Live Webhook URL</b>, or as the <b>Test Webhook URL</b> for test
      payments, and choose <b>Save Changes</b>.
    </>,
    <>
      Copy the <b>Live Secret Key</b>, or the <b>Test Secret Key</b>, and paste it here.
    </>,
    <>
      Have your shop give Paystack the order number as <Code>order_number</Code> in the metadata.
      Where it can be the <Code>reference</Code> too, refunds find their order by themselves.
    </>,
  ],
  after:
    'Paystack signs with the secret key itself: when you make a new one, add it here beside the former one.',
} satisfies GatewayCopy;
