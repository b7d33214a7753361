import { Card } from '#app/_ui/card';
import { DetailsList } from '#app/_ui/details-list';
import { Moment } from '#app/_ui/moment';
import { statusWord } from '#app/_ui/status-words';
import { TextLink } from '#app/_ui/text-link';
import { Timeline, type TimelineEntry } from '#app/_ui/timeline';
import type { MessagePreview } from '#server/mail/read-message';

type Props = Readonly<{ message: MessagePreview; nowMs: number; timeZone: string }>;

export function MessageFacts({ message, ...clock }: Props) {
  const { template, orderNumber, customerId, to } = message;
  return (
    <>
      <Card title="What happened">
        <Timeline entries={entriesOf(message, clock)} />
      </Card>
      <Card title="Details">
        <DetailsList
          layout="above"
          items={[
            { term: 'About', detail: statusWord('template', template).word },
            orderNumber === null
              ? {
                  term: 'Customer',
                  detail: <TextLink href={`/customers/${customerId}`}>See the customer</TextLink>,
                }
              : {
                  term: 'Order',
                  detail: (
                    <TextLink
                      href={`/orders/${encodeURIComponent(orderNumber)}`}
                      className="break-all"
                    >
                      {orderNumber}
                    </TextLink>
                  ),
                },
            { term: 'To', detail: <span className="break-all">{to}</span> },
          ]}
        />
      </Card>
    </>
  );
}

function entriesOf(message: MessagePreview, clock: Omit<Props, 'message'>) {
  const { createdAt, sentAt, attempts, lastError, status } = message;
  const moment = (iso: string) => <Moment at={Date.parse(iso)} {...clock} />;
  const { word, icon, tone } = statusWord('message', status);
  const written: TimelineEntry = {
    key: 'written',
    title: 'Written',
    when: moment(createdAt),
    icon: 'pencil',
  };
  const now: TimelineEntry = {
    key: 'now',
    title: word,
    when: sentAt === null ? null : moment(sentAt),
    detail: status === 'sent' ? triesWords(attempts) : (lastError ?? triesWords(attempts)),
    icon,
    tone,
  };
  const left = status === 'waiting' && attempts === 0 ? [written] : [written, now];
  return [...left, ...fateOf(message, clock)];
}

/** What became of it after it left. */
function fateOf(message: MessagePreview, clock: Omit<Props, 'message'>): readonly TimelineEntry[] {
  const { delivery, deliveryAt, deliveryDetail } = message;
  if (delivery === null) return [];
  const { word, icon, tone } = statusWord('delivery', delivery);
  const when = deliveryAt === null ? null : <Moment at={deliveryAt} {...clock} />;
  return [{ key: 'fate', title: word, when, detail: deliveryDetail, icon, tone }];
}

function triesWords(attempts: number): string | null {
  if (attempts === 0) return null;
  return attempts === 1 ? 'Tried once.' : `Tried ${attempts} times.`;
}
