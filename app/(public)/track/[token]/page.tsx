import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Card } from '#app/_ui/card';
import { TicketCard } from '#app/_ui/ticket-card';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { CustomerShell } from '../customer-shell';
import { DoorLink } from '../door-link';
import { Answer } from './answer';
import { Evidence, isSaidAll } from './evidence';
import { History } from './history';
import { OrderSum } from './order-sum';
import { OwnPanel } from './own-panel';
import { readPage } from './read-page';
import { Replaced } from './replaced';

type Props = Readonly<{
  params: Promise<{ token: string }>;
  searchParams: Promise<Readonly<{ done?: string | string[] }>>;
}>;

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { token } = await params;
  const behind = await found(token);
  if ('link' in behind) {
    return { title: { absolute: trackingWords(behind.link.locale).say('replaced.title') } };
  }
  const { page } = behind;
  const order = trackingWords(page.locale).say('page.order', { number: page.number });
  return { title: { absolute: `${order} · ${page.shop.name}` } };
}

export default async function TrackingPage({ params, searchParams }: Props) {
  const [{ token }, { done }] = await Promise.all([params, searchParams]);
  const behind = await found(token);
  if ('link' in behind) return <Replaced link={behind.link} token={token} />;
  const { page } = behind;
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

/** An unknown token and a deleted order look the same. */
async function found(token: string) {
  return (await readPage(token)) ?? notFound();
}
