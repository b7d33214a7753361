import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { ItemList } from './item-list';
import { Section } from './section';

export function Files({ page: { files } }: Readonly<{ page: TrackingPage }>) {
  if (files.length === 0) return null;
  return (
    <Section title="Your files">
      <ItemList items={files} />
      <p className="mt-1 text-ink-soft">
        {files.length === 1 ? 'It is yours.' : 'They are yours.'}
      </p>
    </Section>
  );
}
