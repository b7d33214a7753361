import { Code, CodeList } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

const events = [
  'payment.created',
  'payment.updated',
  'refund.created',
  'refund.updated',
  'dispute.created',
  'dispute.state.updated',
];

export const square = {
  name: 'Square',
  needs: 'You need to be able to sign in to the Square Developer Console and add a webhook there.',
  slug: 'square',
  fields: [
    {
      name: 'signatureKey',
      label: 'Signature key',
      hint: 'Of this one webhook subscription. It is neither an access token nor an application secret.',
      kind: 'secret',
    },
    {
      name: 'notificationUrl',
      label: 'Notification URL',
      hint: 'Only where Square was given another address than the one on this page. It has to be the same to the letter: Square signs it.',
      kind: 'text',
      isOptional: true,
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      In the Developer Console open your application, then <b>Webhooks</b>, <b>Subscriptions</b>,
      and choose <b>Add subscription</b>.
    </>,
    <>
      Paste the address into <b>URL</b> and choose these events:
      <CodeList list={events} />
    </>,
    <>
      When it is saved, open it, choose <b>Show</b> beside <b>Signature key</b>, and paste the key
      here.
    </>,
    <>
      Have your shop give Square the order number as <Code>reference_id</Code> of the payment.
    </>,
  ],
  after:
    'Sandbox and Production each have their own subscriptions and their own keys. A tip counts to what was paid.',
} satisfies GatewayCopy;
