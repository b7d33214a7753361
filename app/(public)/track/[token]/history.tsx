import { Timeline, type TimelineEntry } from '#app/_ui/timeline';
import { fullDayInSentence } from '#server/tracking/days-in-words';
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

function timelineEntry({ what, at, day }: HistoryEntry, page: TrackingPage): TimelineEntry {
  const isReady = what === 'delivered' && page.shipments.length === 0;
  return {
    title: isReady ? trackingWords(page.locale).say('history.ready') : titleOf(what, day, page),
    icon: isReady ? 'circle-check' : icons[what],
    key: `${what} ${at}`,
    when: <Day at={at} page={page} length="moment" />,
  };
}

function titleOf(what: HistoryEntry['what'], day: string | undefined, page: TrackingPage): string {
  const { say } = trackingWords(page.locale);
  if (what !== 'expected') return say(`history.${what}`);
  return say('history.expected', { when: fullDayInSentence(day ?? '', page) });
}

const icons = {
  placed: 'receipt-text',
  paid: 'circle-check',
  shipped: 'truck',
  delivered: 'package-check',
  cancelled: 'circle-slash',
  expected: 'calendar',
} as const satisfies Record<HistoryEntry['what'], TimelineEntry['icon']>;
