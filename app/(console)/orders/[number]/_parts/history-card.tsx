import { Card } from '#app/_ui/card';
import { Moment } from '#app/_ui/moment';
import { Timeline, type TimelineEntry } from '#app/_ui/timeline';
import type { Currency } from '#domain/currency';
import type { ActorKind } from '#domain/vocabulary';
import type { HistoryEntry, OrderPage } from '#server/orders/read-order-page';
import type { Clock } from './clock';
import { eventWords } from './history-words';

type Props = Readonly<{ page: OrderPage; clock: Clock }>;

export function HistoryCard({ page: { order, history }, clock }: Props) {
  const isCut = (history.at(-1)?.version ?? 1) > 1;
  return (
    <Card title="History" id="history">
      <Timeline
        entries={history.map((entry, index) =>
          timelineEntry(entry, history[index + 1], { currency: order.currency, clock }),
        )}
      />
      {isCut ? <p className="mt-3 text-ink-soft">Older entries are not shown here.</p> : null}
    </Card>
  );
}

type Shown = Readonly<{ currency: Currency; clock: Clock }>;

function timelineEntry(
  entry: HistoryEntry,
  earlier: HistoryEntry | undefined,
  { currency, clock }: Shown,
): TimelineEntry {
  const { did, detail, icon, tone } = eventWords(entry.event, currency, clock);
  const followed = entry.event.type === 'delivered' && earlier?.at === entry.at;
  return {
    key: String(entry.version),
    title: followed ? (
      followedWords(earlier)
    ) : (
      <>
        <ActorName kind={entry.actorKind} name={entry.actorName} /> {did}
      </>
    ),
    detail,
    when: <Moment at={entry.at} {...clock} />,
    icon,
    tone,
  };
}

/** A delivery that nobody asked for followed of itself from what happened at the same moment. */
function followedWords({ event }: HistoryEntry): string {
  return event.type === 'shipped'
    ? 'It counts as delivered: everything left with a tracking number'
    : 'It counts as delivered: everything digital is handed out';
}

function ActorName({ kind, name }: Readonly<{ kind: ActorKind; name: string }>) {
  return (
    <>
      <b className="font-medium">
        <bdi>{kind === 'customer' ? 'The customer' : kind === 'system' ? 'Counterfoil' : name}</bdi>
      </b>
      {kind === 'api_key' ? <span className="text-ink-soft"> (API key)</span> : null}
    </>
  );
}
