import { Code, CodeBlock, CodeList } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

const needed = [
  'x_account_id',
  'x_amount',
  'x_currency',
  'x_gateway_reference',
  'x_reference',
  'x_result',
  'x_test',
  'x_timestamp',
];

const example = `x_account_id=shop&x_amount=59.90&x_currency=USD
&x_gateway_reference=TX-7f3a&x_reference=1001
&x_result=completed&x_test=false
&x_timestamp=2026-11-25T12:00:00Z&x_auth_code=A1B2C3
&x_signature=…`;

export const universalForm = {
  name: 'Signed form',
  needs:
    'For gateways that were made for Shopify’s hosted payments, and for a shop of your own that posts forms. You need the key that both share.',
  slug: 'form',
  fields: [
    {
      name: 'secret',
      label: 'HMAC key',
      hint: 'The key or password of the account at the gateway; at least 8 characters.',
      kind: 'secret',
    },
    {
      name: 'accountId',
      label: 'Account ID',
      hint: 'Messages with another x_account_id are refused.',
      kind: 'text',
      isOptional: true,
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      Have the sender post to the address; where it asks for <Code>x_url_callback</Code>, that is
      it.
    </>,
    <>
      A message needs all of these, and may have <Code>x_auth_code</Code>, <Code>x_message</Code>{' '}
      and <Code>x_transaction_type</Code> beside them:
      <CodeList list={needed} />
    </>,
    <>
      <Code>x_reference</Code> is the order number, <Code>x_result</Code> is completed, pending or
      failed, and <Code>x_timestamp</Code> may be 5 minutes off:
      <CodeBlock>{example}</CodeBlock>
    </>,
    <>
      <Code>x_signature</Code> is the HMAC-SHA256, in hexadecimal, of all other fields that begin
      with x_: sorted by name, each name followed by its value, with nothing between them.
    </>,
  ],
} satisfies GatewayCopy;
