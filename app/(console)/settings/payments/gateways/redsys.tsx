import { Code } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

export const redsys = {
  name: 'Redsys',
  needs:
    'For the card terminals (TPV Virtual) of Spanish banks. You need to be able to sign in to the Canales portal.',
  slug: 'redsys',
  fields: [
    {
      name: 'merchantKey',
      label: 'Signature key',
      hint: '32 characters, of this terminal. The key of the test environment is known to everybody: use it for tests only.',
      kind: 'secret',
    },
    {
      name: 'merchantCode',
      label: 'Merchant code (FUC)',
      hint: 'Up to 9 digits. Messages about another merchant are refused.',
      kind: 'text',
      isOptional: true,
    },
    {
      name: 'allow',
      label: 'Signature versions',
      hint: 'Left empty, only HMAC_SHA512_V2 is accepted. Where your shop still signs with the older one, enter HMAC_SHA256_V1, or both with a comma between them.',
      kind: 'text',
      isOptional: true,
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      In the Canales portal open <b>Consulta datos de Comercio</b>, choose the terminal, then{' '}
      <b>Ver clave</b>. Copy the key and paste it here.
    </>,
    <>
      In the settings of the terminal set <b>Notificación on-line</b> to <b>HTTP</b>, and paste the
      address into <b>URL de notificación</b>. A shop that sends{' '}
      <Code>Ds_Merchant_MerchantURL</Code> itself has to send this address there.
    </>,
    <>
      Have your shop send the order number as <Code>Ds_Merchant_Order</Code>: 4 to 12 digits and
      letters, of which the first 4 are digits.
    </>,
  ],
  after:
    'Redsys takes each order number once: after a declined payment a new try needs another number.',
} satisfies GatewayCopy;
