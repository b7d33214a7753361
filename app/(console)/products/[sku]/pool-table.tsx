'use client';

import { useActionState } from 'react';
import { Button } from '#app/_ui/button';
import { CopyText } from '#app/_ui/copy-text';
import { EmptyState } from '#app/_ui/empty-state';
import { FormNotice } from '#app/_ui/form-notice';
import { Moment } from '#app/_ui/moment';
import { StatusBadge } from '#app/_ui/status-badge';
import { Table } from '#app/_ui/table';
import { TextLink } from '#app/_ui/text-link';
import type { PoolCodeView } from '#server/catalog/find-pool';
import { showCodeAction } from './code-actions';

type Props = Readonly<{
  sku: string;
  codes: readonly PoolCodeView[];
  nowMs: number;
  timeZone: string;
}>;

/** Masked, but for the one that was asked for last: showing it is a look, and looks are recorded. */
export function PoolTable({ sku, codes, nowMs, timeZone }: Props) {
  const [shown, action] = useActionState(showCodeAction, null);
  const isShown = (id: number) => shown !== null && 'code' in shown && shown.codeId === id;
  return (
    <form action={action}>
      <input type="hidden" name="sku" value={sku} />
      <FormNotice className="px-4 pb-3 empty:hidden">
        {shown !== null && 'fault' in shown ? shown.fault : null}
      </FormNotice>
      <Table
        caption="Serial codes of this product, newest first"
        rows={codes}
        rowKey={({ id }) => String(id)}
        isFaded={({ status }) => status === 'burned'}
        columns={[
          {
            key: 'code',
            header: 'Code',
            grow: true,
            cell: ({ id, masked }) =>
              shown !== null && 'code' in shown && shown.codeId === id ? (
                <CopyText text={shown.code} what="serial code" />
              ) : (
                <>
                  <code className="font-mono text-[0.95em]">{masked}</code>{' '}
                  <span className="text-ink-soft text-sm">no. {id}</span>
                </>
              ),
          },
          {
            key: 'status',
            header: 'Status',
            narrow: 'start',
            cell: ({ status, orderNumber }) => (
              <span className="inline-flex items-center gap-x-2 whitespace-nowrap">
                <StatusBadge kind="code" value={status} plain />
                {orderNumber === null ? null : (
                  <TextLink href={`/orders/${encodeURIComponent(orderNumber)}`}>
                    {orderNumber}
                  </TextLink>
                )}
              </span>
            ),
          },
          {
            key: 'seen',
            header: 'Seen',
            cell: (code) => <Seen code={code} {...{ nowMs, timeZone }} />,
          },
          {
            key: 'show',
            header: 'Action',
            align: 'end',
            narrow: 'end',
            cell: ({ id }) =>
              isShown(id) ? (
                <Button size="small" kind="quiet" icon="eye-off">
                  Hide
                </Button>
              ) : (
                <Button size="small" kind="quiet" icon="eye" name="codeId" value={String(id)}>
                  Show<span className="sr-only"> code {id}</span>
                </Button>
              ),
          },
        ]}
        empty={
          <EmptyState title="No codes yet">
            Add codes above. A paid order takes the oldest one; orders that wait are served first.
          </EmptyState>
        }
      />
    </form>
  );
}

type SeenProps = Readonly<{ code: PoolCodeView; nowMs: number; timeZone: string }>;

function Seen({ code: { seenAt, looks, lastLook }, ...clock }: SeenProps) {
  if (seenAt === null) return <span className="text-ink-soft">Never</span>;
  if (lastLook === null)
    return (
      <>
        Mailed <Moment at={seenAt} {...clock} show="short" />
      </>
    );
  return (
    <span title={looks === 1 ? 'One look' : `${looks} looks`}>
      <bdi>{lastLook.by}</bdi>, <Moment at={lastLook.at} {...clock} show="relative" />
    </span>
  );
}
