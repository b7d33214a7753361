import { redirect } from 'next/navigation';
import { Button } from '#app/_ui/button';
import { PlainButtonLink } from '#app/_ui/plain-link';
import { TicketCard } from '#app/_ui/ticket-card';
import { currentCustomer, publicApi } from '#server/api/caller';
import type { TrackingWords } from '#server/tracking/words/tracking-words';
import { CustomerShell } from '../../../track/customer-shell';
import { Told } from '../../../track/told';
import { shopFace, visitorWords } from '../../../track/visitor-words';
import { WaitAWhile } from '../../../track/wait-a-while';
import { doorTitle } from '../../_parts/door-title';

export const generateMetadata = doorTitle;

type Props = Readonly<{
  params: Promise<{ token: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

const tokenLengthMax = 100;

/** What a link leads to. Opening it uses nothing up: programs that read mail do that too. */
export default async function LinkPage({ params, searchParams }: Props) {
  const [{ token }, { wait }] = await Promise.all([params, searchParams]);
  const { door } = await publicApi();
  const [{ state, clickKey }, shop, words] = await Promise.all([
    door.link({ token: token.slice(0, tokenLengthMax) }),
    shopFace(),
    visitorWords(),
  ]);
  const path = `/my/sign-in/${encodeURIComponent(token)}`;
  const isOpen = state === 'open';
  // By the back button, or from the same e-mail once more.
  if (!isOpen && (await currentCustomer()) !== null) redirect('/my');
  return (
    <CustomerShell shop={shop} width="form" locale={words.locale}>
      {isOpen && wait !== undefined ? (
        <WaitAWhile words={words} minutes={Number(wait)} again={path} />
      ) : null}
      {isOpen && wait === undefined ? (
        <OpenForm words={words} path={path} clickKey={clickKey} />
      ) : null}
      {isOpen ? null : <Closed words={words} state={state} />}
    </CustomerShell>
  );
}

type OpenProps = Readonly<{ words: TrackingWords; path: string; clickKey: string }>;

function OpenForm({ words: { say }, path, clickKey }: OpenProps) {
  return (
    <TicketCard
      stub={
        <>
          <h1 className="font-semibold text-2xl tracking-tight">{say('door.openTitle')}</h1>
          <p className="mt-2 mb-1 text-ink-soft">{say('door.openWords')}</p>
        </>
      }
    >
      <form method="post" action={`${path}/open`} className="py-1">
        <input type="hidden" name="key" value={clickKey} />
        <Button kind="primary" className="w-full">
          {say('door.open')}
        </Button>
      </form>
    </TicketCard>
  );
}

type ClosedProps = Readonly<{ words: TrackingWords; state: 'used' | 'expired' | 'unknown' }>;

function Closed({ words: { say }, state }: ClosedProps) {
  return (
    <Told icon={icons[state]} title={say(`door.${state}Title`)}>
      <p>{say(`door.${state}Words`)}</p>
      <PlainButtonLink href="/my/sign-in" kind="primary" className="mt-4 w-full">
        {say('door.newLink')}
      </PlainButtonLink>
    </Told>
  );
}

const icons = { used: 'circle-check', expired: 'hourglass', unknown: 'circle-help' } as const;
