import { Button } from '#app/_ui/button';
import { Money } from '#app/_ui/money';
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
  const { say } = trackingWords(locale);
  const isChosen = isPaidByHand(page);
  const isOnlineFirst = payAgain.url !== null && !isChosen;
  const hasOther = payAgain.methods.length > 0 || isChosen;
  return (
    <div className="grid gap-5 print:hidden">
      {isOnlineFirst ? (
        <Section title={say('pay.due')}>
          <p className="mb-2 font-semibold text-xl">
            <Money minor={page.dueMinor} currency={page.currency} locale={locale} />
          </p>
          <OnlineLink page={page} kind="primary" />
        </Section>
      ) : null}
      {hasOther ? (
        <Section title={say(isOnlineFirst || isChosen ? 'payAgain.otherwise' : 'pay.due')}>
          <form
            method="post"
            action={trackHref(token, '/ask')}
            className="flex flex-wrap items-center gap-2"
          >
            <input type="hidden" name="what" value="method" />
            {isChosen ? <OnlineLink page={page} kind="secondary" /> : null}
            {payAgain.methods.map((method) => (
              <Button key={method} name="method" value={method}>
                {say(`pay.${method}`)}
              </Button>
            ))}
          </form>
        </Section>
      ) : null}
    </div>
  );
}

type LinkProps = Readonly<{ page: TrackingPage; kind: 'primary' | 'secondary' }>;

function OnlineLink({ page: { payAgain, locale }, kind }: LinkProps) {
  if (!payAgain?.url) return null;
  const { say } = trackingWords(locale);
  return (
    <PlainButtonLink href={payAgain.url} kind={kind} icon="credit-card">
      {say(payAgain.isRetry ? 'payAgain.retry' : 'payAgain.now')}
    </PlainButtonLink>
  );
}
