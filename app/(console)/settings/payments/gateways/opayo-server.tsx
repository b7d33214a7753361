import { Code } from './code';
import type { GatewayCopy } from './gateway-copy';

export const opayoServer = {
  name: 'Opayo Server',
  needs:
    'Sage Pay before, Elavon now. For a shop that registers its payments itself: Opayo answers each with a security key of its own.',
  slug: 'opayo',
  fields: [
    {
      name: 'securityKey',
      label: 'Security key',
      hint: '10 letters and digits, the SecurityKey of a registered payment. There can be 200 at once.',
      kind: 'secret',
    },
    {
      name: 'vendorName',
      label: 'Vendor name',
      hint: 'With which you sign in to MyOpayo.',
      kind: 'text',
    },
    {
      name: 'redirectUrl',
      label: 'Where the shopper goes next',
      hint: 'The page of your shop that Opayo leads to after the payment. Left empty, it is the page where orders are tracked.',
      kind: 'text',
      isOptional: true,
    },
  ],
  currency: {
    hint: 'Only noted here: Opayo names neither amount nor currency, they were fixed when the payment was registered.',
    isNeeded: false,
  },
  steps: [
    <>
      Have your shop send the address as <Code>NotificationURL</Code> when it registers a payment.
    </>,
    <>
      Have it send the order number as <Code>VendorTxCode</Code>, with the whole amount of the
      order.
    </>,
    <>
      Have it hand the <Code>SecurityKey</Code> of the answer to this account, through the API,
      before it leads the shopper to Opayo. Take out the keys of payments that are done.
    </>,
  ],
  after:
    'A payment whose key is not here when Opayo reports it is turned away, and Opayo cancels it.',
} satisfies GatewayCopy;
