import { Code, CodeList } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

const events = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'charge.succeeded',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.closed',
];

export const stripe = {
  name: 'Stripe',
  needs: 'You need to be able to sign in to your Stripe Dashboard and add a webhook there.',
  slug: 'stripe',
  fields: [
    {
      name: 'endpointSecret',
      label: 'Signing secret',
      hint: 'Of this one endpoint; it begins with whsec_. It is not an API key.',
      kind: 'secret',
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      In the Stripe Dashboard open <b>Workbench</b>, then <b>Webhooks</b>, and choose{' '}
      <b>Create new destination</b>.
    </>,
    <>
      Choose these events; <Code>charge.succeeded</Code> brings the authorization code.
      <CodeList list={events} />
    </>,
    <>
      Choose <b>Webhook endpoint</b> and paste the address into <b>Endpoint URL</b>.
    </>,
    <>
      When it is made, choose <b>Reveal secret</b> and paste the signing secret here.
    </>,
    <>
      Have your shop give Stripe the order number: as <Code>client_reference_id</Code> of the
      Checkout Session, or as <Code>order_number</Code> in the metadata of the payment.
    </>,
  ],
  after: 'Test mode and live mode each have their own endpoint and their own secret.',
} satisfies GatewayCopy;
