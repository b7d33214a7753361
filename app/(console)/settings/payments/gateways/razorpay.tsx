import { Code, CodeList } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

const events = [
  'payment.authorized',
  'payment.captured',
  'payment.failed',
  'refund.processed',
  'refund.failed',
  'payment.dispute.created',
  'payment.dispute.won',
  'payment.dispute.lost',
];

export const razorpay = {
  name: 'Razorpay',
  needs: 'You need to be able to sign in to your Razorpay Dashboard and add a webhook there.',
  slug: 'razorpay',
  fields: [
    {
      name: 'webhookSecret',
      label: 'Webhook secret',
      hint: 'The secret that you type in for this one webhook. It is neither the key id nor the key secret.',
      kind: 'secret',
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      In the Razorpay Dashboard open <b>Account &amp; Settings</b>, then <b>Webhooks</b>, and choose{' '}
      <b>Add New Webhook</b>.
    </>,
    <>
      Paste the address as the <b>Webhook URL</b>.
    </>,
    <>
      Think of a long secret, type it as the <b>Secret</b> there, and paste it here.
    </>,
    <>
      Under <b>Active Events</b> choose:
      <CodeList list={events} />
    </>,
    <>
      Have your shop give Razorpay the order number as <Code>order_number</Code> in the notes of the
      payment.
    </>,
  ],
  after:
    'Test mode and live mode each have their own webhooks: give them different secrets, because the messages do not say which is which. When you change the secret, keep the former one here for a day, as Razorpay signs what it sends again with it.',
} satisfies GatewayCopy;
