import { PlainButtonLink } from '#app/_ui/plain-link';
import { PlainPage } from '#app/_ui/plain-page';
import { visitorWords } from '../visitor-words';

/** The same for a token that never was and for an order that was deleted. */
export default async function TrackingNotFound() {
  const { say, locale } = await visitorWords();
  return (
    <PlainPage
      title={say('lost.title')}
      locale={locale}
      actions={
        <PlainButtonLink href="/track" kind="primary">
          {say('lost.send')}
        </PlainButtonLink>
      }
    >
      <p>{say('lost.words')}</p>
    </PlainPage>
  );
}
