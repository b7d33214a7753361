import type { CopyWords } from '#app/_ui/copy-button';
import { trackingWords } from '#server/tracking/words/tracking-words';

/** What the button beside a number says to a customer. */
export function copyWords(locale: string): CopyWords {
  const { say } = trackingWords(locale);
  return { idle: say('copy.copy'), copied: say('copy.copied'), failed: say('copy.failed') };
}
