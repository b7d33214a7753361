import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Moment } from '#app/_ui/moment';
import { isCurrentGrant } from '#domain/decide-grant';
import { today } from '#server/settings/today';
import { CommandPage } from '../../_parts/command-page';
import { readOrder } from '../../_parts/read-order';
import { AddDownloadsForm } from './add-downloads-form';
import { MoveEndForm } from './move-end-form';
import { RestoreGrantForm, RevokeGrantForm } from './revoke-grant-form';

export const metadata: Metadata = { title: 'Change the downloads' };

type Props = Readonly<{ params: Promise<Readonly<{ number: string; grantId: string }>> }>;

export default async function GrantPage({ params }: Props) {
  const { grantId } = await params;
  const below = `/downloads/${encodeURIComponent(grantId)}`;
  const { page, shop, nowMs } = await readOrder(params, below);
  const { order, refusals } = page;
  const grant = order.grants.find(({ id }) => id === grantId);
  if (!grant || !isCurrentGrant(order, grant)) notFound();
  const { timeZone } = shop;
  const { expiresAt, downloadsMax, revokedAt } = grant;
  const name = order.lines.find(({ id }) => id === grant.lineId)?.name;
  const of = { number: order.number, grantId };
  return (
    <CommandPage
      number={order.number}
      title={
        <>
          Downloads of <bdi>{name}</bdi>
        </>
      }
      meta={
        <>
          {downloadsMax} of each file,{' '}
          {expiresAt === null ? (
            'without an end'
          ) : (
            <>
              until <Moment at={expiresAt} nowMs={nowMs} timeZone={timeZone} />
            </>
          )}
        </>
      }
      refusal={refusals.change_grant ?? null}
    >
      {revokedAt === null ? (
        <div className="grid gap-4">
          <AddDownloadsForm {...of} version={order.version} />
          <MoveEndForm
            {...of}
            until={expiresAt === null ? null : today(expiresAt - 1, timeZone)}
            firstDay={today(nowMs, timeZone)}
          />
          <RevokeGrantForm {...of} />
        </div>
      ) : (
        <RestoreGrantForm {...of} />
      )}
    </CommandPage>
  );
}
