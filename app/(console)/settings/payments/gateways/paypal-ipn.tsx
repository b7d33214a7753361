import { Code } from './code';
import { type GatewayCopy, namedInMessages } from './gateway-copy';

export const paypalIpn = {
  name: 'PayPal IPN',
  needs:
    'For PayPal buttons and older shop systems. You need a business account in which you can change the notifications.',
  slug: 'paypal-ipn',
  fields: [
    {
      name: 'receiverEmail',
      label: 'Primary e-mail address at PayPal',
      hint: 'Messages about money that went to another address are refused.',
      kind: 'text',
    },
    {
      name: 'receiverId',
      label: 'PayPal Merchant ID',
      hint: 'In Account Settings under Business information. It stays when the address changes.',
      kind: 'text',
      isOptional: true,
    },
    {
      name: 'sandbox',
      label: 'Ask the sandbox',
      hint: 'For an account of the PayPal sandbox. Its messages never pay a live order.',
      kind: 'option',
    },
  ],
  currency: namedInMessages,
  steps: [
    <>
      At PayPal open <b>Account Settings</b>, <b>Notifications</b>, and choose <b>Update</b> beside{' '}
      <b>Instant payment notifications</b>.
    </>,
    <>
      Choose <b>Choose IPN Settings</b>, paste the address into <b>Notification URL</b>, choose{' '}
      <b>Receive IPN messages (Enabled)</b> and <b>Save</b>.
    </>,
    <>
      Have your shop send the order number as <Code>invoice</Code>, or as <Code>custom</Code>.
    </>,
  ],
  after:
    'The messages are not signed: each one is sent back to PayPal, which says whether it is its own. While PayPal cannot be reached, the message is held and asked about again.',
} satisfies GatewayCopy;
