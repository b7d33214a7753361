import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Card } from '#app/_ui/card';
import { TicketCard } from '#app/_ui/ticket-card';
import { publicApi } from '#server/api/caller';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { CustomerShell } from '../customer-shell';
import { DoorLink } from '../door-link';
import { shownLooks } from '../shown-looks';
import { Answer } from './answer';
import { Evidence, isSaidAll } from './evidence';
import { History } from './history';
import { OrderSum } from './order-sum';
import { OwnPanel } from './own-panel';
import { Replaced } from './replaced';

type Props = Readonly<{
  params: Promise<{ token: string }>;
  searchParams: Promise<Readonly<{ done?: string | string[] }>>;
}>;

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { token } = await params;
  const page = await readPage(token);
  if (page === null) {
    const { locale } = await readReplaced(token);
    return { title: { absolute: trackingWords(locale).say('replaced.title') } };
  }
  const order = trackingWords(page.locale).say('page.order', { number: page.number });
  return { title: { absolute: `${order} · ${page.shop.name}` } };
}

export default async function TrackingPage({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, searchParams]);
  const page = await readPage(token);
  if (page === null) return <Replaced link={await readReplaced(token)} token={token} />;
  const { say, locale } = trackingWords(page.locale);
  return (
    <CustomerShell shop={page.shop} width="page" locale={locale}>
      <div className="grid grid-cols-1 gap-8 print:[&_button]:hidden">
        <TicketCard stub={<Answer page={page} token={token} />}>
          {isSaidAll(page) ? <OrderSum page={page} /> : <Evidence page={page} token={token} />}
        </TicketCard>
        {isSaidAll(page) ? null : (
          <Card title={say('page.ordered')}>
            <OrderSum page={page} />
          </Card>
        )}
        <OwnPanel page={page} token={token} done={done} />
        <History page={page} />
      </div>
      <DoorLink locale={locale} />
    </CustomerShell>
  );
}

/** Read once for the title and the page; null where the link is none, or none any more. */
const readPage = cache(async (token: string) => {
  if (token.length > tokenLengthMax) return null;
  const [api, looks] = await Promise.all([publicApi(), shownLooks()]);
  return api.tracking.page({ token, looks: [...looks] });
});

/** An unknown token and a deleted order look the same. */
const readReplaced = cache(async (token: string) => {
  const api = await publicApi();
  const link = token.length > tokenLengthMax ? null : await api.tracking.replacedLink({ token });
  return link ?? notFound();
});

const tokenLengthMax = 100;
