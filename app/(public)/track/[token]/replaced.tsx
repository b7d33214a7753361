import { Button } from '#app/_ui/button';
import type { ReplacedLink } from '#server/tracking/read-replaced-link';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { CustomerShell } from '../customer-shell';
import { Told } from '../told';

type Props = Readonly<{ link: ReplacedLink; token: string }>;

/** For whoever holds an old link: the new one goes to the order's own address and nowhere else. */
export function Replaced({ link: { shop, locale }, token }: Props) {
  const { say } = trackingWords(locale);
  return (
    <CustomerShell shop={shop} width="form" locale={locale}>
      <Told icon="link" title={say('replaced.title')}>
        <p>{say('replaced.words')}</p>
        <form method="post" action={`/track/${token}/renewed`} className="mt-4">
          <Button kind="primary" className="w-full">
            {say('replaced.send')}
          </Button>
        </form>
      </Told>
    </CustomerShell>
  );
}
