import { Timeline, type TimelineEntry } from '#app/_ui/timeline';
import type { HistoryEntry } from '#server/tracking/public-history';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { Day } from './day';
import { Section } from './section';

type Props = Readonly<{ page: TrackingPage }>;

/** What happened and still holds, newest first. */
export function History({ page }: Props) {
  return (
    <div className="px-(--card-pad)">
      <Section title="So far">
        <Timeline entries={page.history.toReversed().map((entry) => timelineEntry(entry, page))} />
      </Section>
    </div>
  );
}

function timelineEntry({ what, at }: HistoryEntry, page: TrackingPage): TimelineEntry {
  return {
    ...(what === 'delivered' && page.shipments.length === 0 ? ready : words[what]),
    key: `${what} ${at}`,
    when: <Day at={at} page={page} length="moment" />,
  };
}

const ready = { title: 'Ready for you', icon: 'circle-check' } as const;

const words = {
  placed: { title: 'Order placed', icon: 'receipt-text' },
  paid: { title: 'Payment arrived', icon: 'circle-check' },
  shipped: { title: 'Sent on its way', icon: 'truck' },
  delivered: { title: 'Delivered', icon: 'package-check' },
  cancelled: { title: 'Cancelled', icon: 'circle-slash' },
} as const satisfies Record<HistoryEntry['what'], Pick<TimelineEntry, 'title' | 'icon'>>;
