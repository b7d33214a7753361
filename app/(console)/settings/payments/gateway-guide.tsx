import { Fragment, type ReactNode } from 'react';
import { Card } from '#app/_ui/card';
import type { OfferedGateway } from './gateway-names';

type Props = Readonly<{ gateway: OfferedGateway }>;

/** What to do at the gateway, in the gateway's own names for things. */
export function GatewayGuide({ gateway }: Props) {
  const { steps, after } = guides[gateway];
  return (
    <Card title="What to do at the gateway">
      <ol className="grid list-decimal gap-2 ps-5 marker:text-ink-soft">
        {steps.map((step, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the steps never change
          <li key={index} className="ps-1">
            {step}
          </li>
        ))}
      </ol>
      {after ? <div className="mt-3 text-ink-soft">{after}</div> : null}
    </Card>
  );
}

type Guide = Readonly<{ steps: readonly ReactNode[]; after?: ReactNode }>;

const stripeEvents = [
  'checkout.session.completed',
  'checkout.session.async_payment_succeeded',
  'checkout.session.async_payment_failed',
  'checkout.session.expired',
  'payment_intent.succeeded',
  'payment_intent.payment_failed',
  'charge.succeeded',
  'charge.refunded',
  'charge.dispute.created',
  'charge.dispute.closed',
];

const exampleMessage = `{
  "type": "payment.paid",
  "data": {
    "order_number": "1001",
    "amount_minor": 5990,
    "currency": "USD",
    "transaction_id": "TX-7f3a",
    "authorization_code": "A1B2C3"
  }
}`;

const guides: Readonly<Record<OfferedGateway, Guide>> = {
  stripe: {
    steps: [
      <>
        In the Stripe Dashboard open <b>Workbench</b>, then <b>Webhooks</b>, and choose{' '}
        <b>Create new destination</b>.
      </>,
      <>
        Choose these events; <Code>charge.succeeded</Code> brings the authorization code.
        <CodeList list={stripeEvents} />
      </>,
      <>
        Choose <b>Webhook endpoint</b> and paste the address into <b>Endpoint URL</b>.
      </>,
      <>
        When it is made, choose <b>Reveal secret</b> and paste the signing secret here.
      </>,
      <>
        Have your shop give Stripe the order number: as <Code>client_reference_id</Code> of the
        Checkout Session, or as <Code>order_number</Code> in the metadata of the payment.
      </>,
    ],
    after: 'Test mode and live mode each have their own endpoint and their own secret.',
  },
  'authorizenet-silent-post': {
    steps: [
      <>
        In the Merchant Interface open <b>Account</b>, <b>Account and API Settings</b>, then{' '}
        <b>API Credentials and Keys</b>, and choose <b>Generate New Signature Key</b>. Copy the key
        and paste it here.
      </>,
      <>
        In the settings of your account open <b>Silent Post URL</b>, paste the address and choose{' '}
        <b>Submit</b>.
      </>,
      <>
        Have your shop send the order number as the invoice number, <Code>x_invoice_num</Code>.
      </>,
    ],
    after:
      'A former signature key keeps working for 24 hours unless you disable it. Recurring billing and stored customer profiles are posted without a signature, so they are not accepted here.',
  },
  'standard-webhooks': {
    steps: [
      <>Where the sender asks for the URL of an endpoint, paste the address.</>,
      <>Copy the signing secret that the sender shows, and paste it here.</>,
      <>
        Have it send these types:
        <CodeList list={webhookTypes()} />
      </>,
      <>
        From Polar, <Code>order.paid</Code> will do, with the number of the order as{' '}
        <Code>order_number</Code> in its metadata.
      </>,
      <>
        The <Code>data</Code> of a message of your own shop names the payment, the amount in the
        smallest unit of the currency:
        <pre className="mt-2 whitespace-pre-wrap rounded-md border border-line bg-wash p-3 font-mono text-sm">
          {exampleMessage}
        </pre>
      </>,
    ],
  },
};

function webhookTypes(): readonly string[] {
  const outcomes = ['paid', 'declined', 'held', 'refunded', 'charged_back', 'expired'];
  return outcomes.map((outcome) => `payment.${outcome}`);
}

function CodeList({ list }: Readonly<{ list: readonly string[] }>) {
  return (
    <ul className="mt-1 grid gap-px rounded-md border border-line bg-wash px-3 py-2">
      {list.map((code) => (
        <li key={code}>
          <Code>{code}</Code>
        </li>
      ))}
    </ul>
  );
}

/** Names are long: they break after a dot or an underscore, where there has to be a break. */
function Code({ children }: Readonly<{ children: string }>) {
  const parts = children.split(/(?<=[._])/);
  return (
    <code className="font-mono text-[0.92em]">
      {parts.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts never change
        <Fragment key={index}>
          {index === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </code>
  );
}
