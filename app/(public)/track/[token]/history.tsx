import { Timeline, type TimelineEntry } from '#app/_ui/timeline';
import type { HistoryEntry } from '#server/tracking/public-history';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { Day } from './day';
import { Section } from './section';

type Props = Readonly<{ page: TrackingPage }>;

/** What happened and still holds, newest first. */
export function History({ page }: Props) {
  return (
    <div className="px-(--card-pad)">
      <Section title={trackingWords(page.locale).say('page.history')}>
        <Timeline entries={page.history.toReversed().map((entry) => timelineEntry(entry, page))} />
      </Section>
    </div>
  );
}

function timelineEntry({ what, at }: HistoryEntry, page: TrackingPage): TimelineEntry {
  const isReady = what === 'delivered' && page.shipments.length === 0;
  const { say } = trackingWords(page.locale);
  return {
    title: say(isReady ? 'history.ready' : `history.${what}`),
    icon: isReady ? 'circle-check' : icons[what],
    key: `${what} ${at}`,
    when: <Day at={at} page={page} length="moment" />,
  };
}

const icons = {
  placed: 'receipt-text',
  paid: 'circle-check',
  shipped: 'truck',
  delivered: 'package-check',
  cancelled: 'circle-slash',
} as const satisfies Record<HistoryEntry['what'], TimelineEntry['icon']>;
