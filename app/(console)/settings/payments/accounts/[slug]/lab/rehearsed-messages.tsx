import { Card } from '#app/_ui/card';
import { CopyButton } from '#app/_ui/copy-button';
import { DetailsList } from '#app/_ui/details-list';
import { Disclosure } from '#app/_ui/disclosure';
import { Money } from '#app/_ui/money';
import { Notice } from '#app/_ui/notice';
import { StatusBadge } from '#app/_ui/status-badge';
import type { Currency } from '#domain/currency';
import type { Rehearsal, RehearsedMessage } from '#server/payments/lab/rehearse';

type Props = Readonly<{ isSample: boolean; rehearsal: Rehearsal }>;

/** What a rehearsal was about, and that it was none but that. */
export function NothingChanged({ isSample, rehearsal: { orderNumber, messages } }: Props) {
  const real = messages.length === 1 ? 'a real message' : 'real messages';
  return (
    <Notice tone="info" title="Nothing was changed">
      <p className="break-words">
        This is what {real} would have come to, about{' '}
        {isSample ? 'a sample order.' : `order ${orderNumber} as it stands.`}
      </p>
    </Notice>
  );
}

/** Message by message what would have happened. */
export function RehearsedMessages({ isSample, rehearsal }: Props) {
  const { orderNumber, currency, messages } = rehearsal;
  return messages.map((message, index) => (
    <Card
      // biome-ignore lint/suspicious/noArrayIndexKey: the messages have an order and no names
      key={index}
      title={messages.length === 1 ? 'The message' : `Message ${index + 1}`}
    >
      <Outcome message={message} currency={currency} />
      <Command {...{ isSample, orderNumber }} curl={message.curl} />
    </Card>
  ));
}

type OutcomeProps = Readonly<{ message: RehearsedMessage; currency: Currency }>;

function Outcome({ message, currency }: OutcomeProps) {
  const { verdict, reason, status, paymentStatus, paidMinor, refundedMinor } = message;
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusBadge kind="callback" value={verdict} />
        <p className="min-w-0 text-pretty break-words">{reason}</p>
      </div>
      <div className="mt-3 border-line border-t pt-3">
        <DetailsList
          items={[
            { term: 'Order after it', detail: <StatusBadge kind="order" value={status} plain /> },
            {
              term: 'Payment',
              detail: <StatusBadge kind="payment" value={paymentStatus} plain />,
            },
            { term: 'Paid', detail: <Money minor={paidMinor} currency={currency} /> },
            {
              term: 'Refunded',
              detail:
                refundedMinor === 0 ? null : <Money minor={refundedMinor} currency={currency} />,
            },
          ]}
        />
      </div>
    </>
  );
}

type CommandProps = Readonly<{ isSample: boolean; orderNumber: string; curl: string }>;

function Command({ isSample, orderNumber, curl }: CommandProps) {
  return (
    <div className="mt-3">
      <Disclosure summary="Send it yourself">
        <p className="mb-2 max-w-prose text-pretty break-words text-ink-soft text-sm">
          {isSample
            ? 'Sent like this, the message is a real one: it comes into the inbox, where no order has its number.'
            : `Sent like this, the message is a real one: it comes into the inbox, and may change order ${orderNumber}.`}{' '}
          The signature may hold for five minutes only.
        </p>
        <pre className="select-all whitespace-pre-wrap break-all rounded-md border border-line bg-wash p-3 font-mono text-sm">
          {curl}
        </pre>
        <div className="mt-2">
          <CopyButton text={curl} what="curl command" />
        </div>
      </Disclosure>
    </div>
  );
}
