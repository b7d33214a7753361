import { PlainButtonLink } from '#app/_ui/plain-link';
import type { Page } from '#server/keyset';
import { trackingWords } from '#server/tracking/words/tracking-words';

type Props = Readonly<{
  page: Pick<Page<unknown>, 'nextCursor' | 'previousCursor'>;
  path: string;
  locale: string;
}>;

/** On to older orders and back; nothing where all are on the page. */
export function MyPager({ page: { nextCursor, previousCursor }, path, locale }: Props) {
  if (nextCursor === null && previousCursor === null) return null;
  const { say } = trackingWords(locale);
  return (
    <nav aria-label={say('my.pages')} className="mt-4 flex justify-between gap-2 print:hidden">
      <Step path={path} cursor={previousCursor}>
        {say('my.newer')}
      </Step>
      <Step path={path} cursor={nextCursor}>
        {say('my.older')}
      </Step>
    </nav>
  );
}

type StepProps = Readonly<{ path: string; cursor: string | null; children: string }>;

function Step({ path, cursor, children }: StepProps) {
  if (cursor === null) return <span />;
  return (
    <PlainButtonLink href={`${path}?cursor=${encodeURIComponent(cursor)}`} size="small">
      {children}
    </PlainButtonLink>
  );
}
