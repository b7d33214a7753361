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
      hint: 'Only where your shop does not hand the keys in: 10 letters and digits, up to 200 at once.',
      kind: 'secret',
      isOptional: true,
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
      Have it hand in the <Code>SecurityKey</Code> of Opayo’s answer, with amount and currency,
      before it leads the shopper there:{' '}
      <Code>PUT /api/v1/payment-accounts/opayo/payments/1001</Code> with{' '}
      <Code>{'{"key": "…", "amount": 5990, "currency": "GBP"}'}</Code>, 1001 being the{' '}
      <Code>VendorTxCode</Code>.
    </>,
  ],
  after:
    'A payment whose key is not here when Opayo reports it is turned away, and Opayo cancels it.',
} satisfies GatewayCopy;
