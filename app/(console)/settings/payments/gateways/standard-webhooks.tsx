import { Code, CodeBlock, CodeList } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

const outcomes = ['paid', 'declined', 'held', 'refunded', 'charged_back', 'expired'];

const example = `{
  "type": "payment.paid",
  "data": {
    "order_number": "1001",
    "amount_minor": 5990,
    "currency": "USD",
    "transaction_id": "TX-7f3a",
    "authorization_code": "A1B2C3"
  }
}`;

export const standardWebhooks = {
  name: 'Standard Webhooks',
  needs:
    'For Polar, for any sender of Standard Webhooks, and for a shop of your own that signs its messages. You need its signing secret.',
  slug: 'webhooks',
  fields: [
    {
      name: 'secret',
      label: 'Signing secret',
      hint: 'As the sender shows it: it begins with whsec_, or with whpk_ where it is a public key.',
      kind: 'secret',
    },
  ],
  currency: namedInMessages,
  steps: [
    'Where the sender asks for the URL of an endpoint, paste the address.',
    'Copy the signing secret that the sender shows, and paste it here.',
    <>
      Have it send these types:
      <CodeList list={outcomes.map((outcome) => `payment.${outcome}`)} />
    </>,
    <>
      From Polar, <Code>order.paid</Code> will do, with the number of the order as{' '}
      <Code>order_number</Code> in its metadata.
    </>,
    <>
      The <Code>data</Code> of a message of your own shop names the payment, the amount in the
      smallest unit of the currency:
      <CodeBlock>{example}</CodeBlock>
    </>,
  ],
} satisfies GatewayCopy;
