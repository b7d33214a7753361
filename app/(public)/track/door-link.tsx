import { PlainLink } from '#app/_ui/plain-link';
import { trackingWords } from '#server/tracking/words/tracking-words';

/** The quiet way from one order to all of a customer's. */
export function DoorLink({ locale }: Readonly<{ locale: string }>) {
  return (
    <p className="mt-6 text-center text-sm print:hidden">
      <PlainLink href="/my" className="inline-block">
        {trackingWords(locale).say('door.all')}
      </PlainLink>
    </p>
  );
}
