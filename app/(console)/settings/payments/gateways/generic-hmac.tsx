import { Code, CodeBlock } from './code';
import type { GatewayCopy } from './gateway-copy';

export const genericHmac = {
  name: 'HMAC-signed messages',
  needs:
    'For a gateway that is not in this list and signs its messages with an HMAC in a header. You need its secret, and what its documentation says about the signature.',
  slug: 'callbacks',
  fields: [
    {
      name: 'secret',
      label: 'Secret',
      hint: 'The one that the sender signs its messages with. It is called signing secret, webhook secret or private key.',
      kind: 'secret',
    },
    {
      name: 'notificationUrl',
      label: 'Address that is signed',
      hint: 'Only where the sender signs the address, and was given another one than that on this page.',
      kind: 'text',
      isOptional: true,
    },
  ],
  currency: {
    hint: 'Needed where the messages name no currency.',
    isNeeded: false,
  },
  steps: [
    'Where the sender asks for the address of callbacks or webhooks, paste the address.',
    'Copy the secret that it signs with, and paste it here.',
    'Look up in its documentation which header holds the signature, and what is signed. Mostly it is the body alone, or a time and the body.',
    <>
      Say where each fact stands in a message. In this one the amount is at <Code>data.total</Code>{' '}
      and the order number at <Code>data.items.0.order</Code>:
      <CodeBlock>{`{
  "id": "n-1",
  "state": "OK",
  "data": {
    "total": "59.90",
    "items": [{ "order": "1001" }]
  }
}`}</CodeBlock>
    </>,
    <>Have it send a message. If it is not taken, the inbox says what did not fit.</>,
  ],
  after:
    'A status that is not listed changes nothing. A message whose body is not signed can never be taken.',
} satisfies GatewayCopy;
