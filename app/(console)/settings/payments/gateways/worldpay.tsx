import { Code, CodeBlock } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

export const worldpay = {
  name: 'Worldpay',
  needs:
    'For the Business Gateway (Select Junior, HTML Redirect). You need to be able to sign in to Business Manager.',
  slug: 'worldpay',
  fields: [
    {
      name: 'callbackPW',
      label: 'Payment Response password',
      hint: 'Make one up of at least 20 letters and digits, and enter the same at Worldpay.',
      kind: 'secret',
    },
    {
      name: 'tokenKey',
      label: 'Token key',
      hint: 'A text of at least 8 characters that your shop knows too. Without it every payment waits until a person has looked at it.',
      kind: 'secret',
      isOptional: true,
    },
    {
      name: 'instId',
      label: 'Installation ID',
      hint: 'Messages about another installation are refused.',
      kind: 'text',
      isOptional: true,
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      In Business Manager open <b>Setup</b>, then <b>Integration Setup</b> of your installation.
    </>,
    <>
      Paste the address into <b>Payment Response URL</b>, and tick <b>Payment Response enabled?</b>.
    </>,
    <>
      Tick <b>Enable the Shopper Response</b>, enter the <b>Payment Response password</b>, and
      choose <b>Save Changes</b>.
    </>,
    <>
      Have your shop send the order number as <Code>cartId</Code>.
    </>,
    <>
      An amount can be changed in the shopper’s browser. Have your shop sign what it asks for with
      the token key, and send the result as <Code>M_sig</Code>: an HMAC-SHA256 in hexadecimal of
      <CodeBlock>cartId|amount|currency</CodeBlock>
    </>,
  ],
  after:
    'Worldpay tells of paid and cancelled payments, not of declined ones, and shows our answer to the shopper.',
} satisfies GatewayCopy;
