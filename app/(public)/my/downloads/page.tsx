import type { Metadata } from 'next';
import { cache } from 'react';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { trackingWords } from '#server/tracking/words/tracking-words';
import { LineFiles } from '../../track/[token]/files';
import { MyPager } from '../_parts/my-pager';
import { MyShell } from '../_parts/my-shell';
import { OfOrder } from '../_parts/of-order';
import { cursorIn, ownPage, ownTitle } from '../_parts/own-page';

type Props = Readonly<{ searchParams: Promise<Record<string, string | string[] | undefined>> }>;

const path = '/my/downloads';

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const page = await readPage(await cursorIn(searchParams));
  return ownTitle(page, (say) => say('files.title'));
}

export default async function MyDownloadsPage({ searchParams }: Props) {
  const page = await readPage(await cursorIn(searchParams));
  const { orders, locale } = page;
  const { say } = trackingWords(locale);
  return (
    <MyShell frame={page} title={say('files.title')} at="files">
      {orders.data.length === 0 ? (
        <Card flush>
          <EmptyState title={say('my.noFiles')}>{say('my.noFilesWords')}</EmptyState>
        </Card>
      ) : (
        <div className="grid grid-cols-1 gap-7">
          {orders.data.map((order) => (
            <OfOrder key={order.token} order={order} frame={page}>
              {order.files.map((line) => (
                <LineFiles key={line.grantId} {...{ line, page }} token={order.token} />
              ))}
            </OfOrder>
          ))}
        </div>
      )}
      <MyPager page={orders} path={path} locale={locale} />
    </MyShell>
  );
}

/** Read once for the title and the page. */
const readPage = cache((cursor: string | undefined) =>
  ownPage(path, (door) => door.downloads({ cursor })),
);
