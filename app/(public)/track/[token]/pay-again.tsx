import { Button } from '#app/_ui/button';
import { PlainButtonLink } from '#app/_ui/plain-link';
import type { TrackingPage } from '#server/tracking/view-tracking-page';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { isPaidByHand } from './how-to-pay';
import { trackHref } from './read-own-page';
import { Section } from './section';

type Props = Readonly<{ page: TrackingPage; token: string }>;

/** The shop's own payment page, and the other ways that it takes. Never a field for a card. */
export function PayAgain({ page, token }: Props) {
  const { payAgain, locale } = page;
  if (payAgain === null) return null;
  const { url, isRetry, methods } = payAgain;
  const { say } = trackingWords(locale);
  const hasOther = url !== null || isPaidByHand(page);
  return (
    <div className="grid gap-4 print:hidden">
      {url === null ? null : (
        <p>
          <PlainButtonLink href={url} kind="primary" icon="credit-card">
            {say(isRetry ? 'payAgain.retry' : 'payAgain.now')}
          </PlainButtonLink>
        </p>
      )}
      {methods.length === 0 ? null : (
        <Section title={say(hasOther ? 'payAgain.otherwise' : 'pay.due')}>
          <form
            method="post"
            action={trackHref(token, '/ask')}
            className="flex flex-wrap items-center gap-2"
          >
            <input type="hidden" name="what" value="method" />
            {methods.map((method) => (
              <Button key={method} name="method" value={method}>
                {say(`pay.${method}`)}
              </Button>
            ))}
          </form>
        </Section>
      )}
    </div>
  );
}
