import { PlainButtonLink } from '#app/_ui/plain-link';
import { CustomerShell } from '../customer-shell';
import { Told } from '../told';
import { shopFace, visitorWords } from '../visitor-words';

/** The same for a token that never was and for an order that was deleted. */
export default async function TrackingNotFound() {
  const [shop, { say, locale }] = await Promise.all([shopFace(), visitorWords()]);
  return (
    <CustomerShell shop={shop} width="form" locale={locale}>
      <Told icon="circle-help" title={say('lost.title')}>
        <p>{say('lost.words')}</p>
        <PlainButtonLink href="/track" kind="primary" className="mt-4 w-full">
          {say('lost.send')}
        </PlainButtonLink>
      </Told>
    </CustomerShell>
  );
}
