import { Code } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

export const mollie = {
  name: 'Mollie',
  needs: 'You need an API key of your Mollie profile.',
  slug: 'mollie',
  fields: [
    {
      name: 'apiKey',
      label: 'API key',
      hint: 'It begins with live_, or with test_ for test payments.',
      kind: 'secret',
    },
    {
      name: 'signingSecret',
      label: 'Signing secret',
      hint: 'Only for the webhooks that you add in the Mollie Web app.',
      kind: 'secret',
      isOptional: true,
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      In the Mollie Web app open <b>Developers</b>, then <b>API keys</b>. Copy the{' '}
      <b>Live API key</b> and paste it here.
    </>,
    <>
      Have your shop give the address as <Code>webhookUrl</Code> of each payment, and the order
      number as <Code>order_number</Code> in its <Code>metadata</Code>.
    </>,
  ],
  after:
    'Mollie sends no more than the id of a payment; what became of it is asked for with your key.',
} satisfies GatewayCopy;
