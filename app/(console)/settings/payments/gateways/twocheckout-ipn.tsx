import { Code, CodeList } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

const parameters = [
  'REFNO',
  'REFNOEXT',
  'ORDERSTATUS',
  'CURRENCY',
  'IPN_PID[]',
  'IPN_PNAME[]',
  'IPN_TOTALGENERAL',
  'CHARGEBACK_RESOLUTION',
  'TEST_ORDER',
  'IPN_DATE',
];

export const twocheckoutIpn = {
  name: '2Checkout (Verifone)',
  needs:
    'You need to be able to sign in to the Merchant Control Panel and change the IPN settings there.',
  slug: '2checkout',
  fields: [
    {
      name: 'secretKey',
      label: 'Secret key',
      hint: 'The one under Webhooks and API. It is not the secret word of buy links.',
      kind: 'secret',
    },
    {
      name: 'allowLegacyMd5',
      label: 'Take messages that are signed with MD5 only',
      hint: 'For old accounts that cannot send SHA2 or SHA3. Leave it off otherwise.',
      kind: 'option',
      isOptional: true,
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      In the Merchant Control Panel open <b>Dashboard</b>, <b>Integrations</b>,{' '}
      <b>Webhooks and API</b>, copy the <b>Secret key</b> and paste it here.
    </>,
    <>
      On the tab <b>IPN Settings</b> choose <b>Add IPN URL</b>, paste the address and choose{' '}
      <b>SHA 3</b> or <b>SHA 2</b> as the hashing algorithm.
    </>,
    <>
      Under <b>Triggers</b> choose completed, pending, cancelled, reversed and refunded orders, and
      charge backs.
    </>,
    <>
      Make sure that these parameters are among those that are sent:
      <CodeList list={parameters} />
    </>,
    <>
      Have your shop give 2Checkout the order number as the external reference,{' '}
      <Code>REFNOEXT</Code>.
    </>,
  ],
  after:
    'Without TEST_ORDER a test order looks like a real one. INS, the older kind of message, is not taken: its signature covers neither the amount nor the status.',
} satisfies GatewayCopy;
