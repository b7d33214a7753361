import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { Section } from './section';

/** What became of the money of a cancelled order. */
export function MoneyBack({ page: { moneyBack, locale } }: Readonly<{ page: TrackingPage }>) {
  if (moneyBack.length === 0) return null;
  return (
    <Section title={trackingWords(locale).say('back.title')}>
      {moneyBack.map((sentence) => (
        <p key={sentence} className="text-pretty">
          {sentence}
        </p>
      ))}
    </Section>
  );
}
