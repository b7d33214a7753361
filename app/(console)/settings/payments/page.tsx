import type { Metadata } from 'next';
import { Badge } from '#app/_ui/badge';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { Icon } from '#app/_ui/icon';
import { statusWord } from '#app/_ui/status-words';
import { Table } from '#app/_ui/table';
import { api } from '#server/api/caller';
import type { Diagnosis } from '#server/payments/diagnose-account';
import type { AccountList } from '#server/payments/read-account-list';
import { noticeIcons } from '../../../_ui/tones';
import { consoleSession } from '../../console-session';
import { LiveBadge, OnBadge } from './account-badges';
import { diagnosisOf } from './diagnosis-of';
import { gatewayName } from './gateways/gateway-copies';
import { LastCallback } from './last-callback';

export const metadata: Metadata = { title: 'Payments' };

export default async function PaymentSettingsPage() {
  const { shop, nowMs } = await consoleSession('/settings/payments');
  const { gateways, offline } = await (await api()).payments.accounts();
  return (
    <div className="grid gap-4">
      <Card
        title="Gateways"
        flush
        actions={
          gateways.length === 0 ? undefined : (
            <ButtonLink href="/settings/payments/new" size="small" icon="plus">
              Add a gateway
            </ButtonLink>
          )
        }
      >
        <GatewayTable gateways={gateways} nowMs={nowMs} timeZone={shop.timeZone} />
      </Card>
      <Card title="Without a gateway" aside="You mark these orders as paid by hand." flush>
        <OfflineTable offline={offline} />
      </Card>
    </div>
  );
}

type GatewayTableProps = Readonly<{
  gateways: AccountList['gateways'];
  nowMs: number;
  timeZone: string;
}>;

function GatewayTable({ gateways, ...clock }: GatewayTableProps) {
  return (
    <Table
      caption="Payment accounts at gateways, by name"
      rows={gateways}
      rowKey={({ slug }) => slug}
      rowHref={({ slug }) => `/settings/payments/accounts/${slug}`}
      isFaded={({ enabled }) => !enabled}
      columns={[
        { key: 'name', header: 'Name', cell: ({ name }) => name, grow: true },
        {
          key: 'health',
          header: 'Health',
          narrow: 'bare',
          cell: (account) => <HealthMark diagnosis={diagnosisOf(account)} />,
        },
        {
          key: 'gateway',
          header: 'Gateway',
          cell: ({ gateway }) => gatewayName(gateway),
          wideOnly: true,
        },
        {
          key: 'state',
          header: 'State',
          narrow: 'end',
          cell: ({ enabled, live }) => (
            <span className="flex gap-3">
              <OnBadge enabled={enabled} plain />
              <LiveBadge live={live} plain />
            </span>
          ),
        },
        {
          key: 'good',
          header: 'Last good callback',
          cell: ({ lastGood }) => <LastCallback last={lastGood} {...clock} />,
        },
        {
          key: 'bad',
          header: 'Last bad one',
          cell: ({ lastBad }) => <LastCallback last={lastBad} {...clock} />,
          wideOnly: true,
        },
      ]}
      empty={
        <EmptyState
          title="No gateway yet"
          action={
            <ButtonLink href="/settings/payments/new" kind="primary" icon="plus">
              Add a gateway
            </ButtonLink>
          }
        >
          <p>
            Connect the gateway that takes your payments: its messages then mark orders as paid by
            themselves.
          </p>
        </EmptyState>
      }
    />
  );
}

/** Quiet where all is as it should be. */
function HealthMark({ diagnosis: { mark, tone } }: Readonly<{ diagnosis: Diagnosis }>) {
  if (mark === null) return null;
  return (
    <Badge tone={tone} icon={noticeIcons[tone]} plain>
      {mark}
    </Badge>
  );
}

function OfflineTable({ offline }: Pick<AccountList, 'offline'>) {
  return (
    <Table
      caption="Ways to pay without a gateway"
      rows={offline}
      rowKey={({ method }) => method}
      rowHref={({ method }) => `/settings/payments/accounts/${method}`}
      isFaded={({ enabled }) => !enabled}
      columns={[
        { key: 'name', header: 'Name', cell: MethodName },
        {
          key: 'state',
          header: 'State',
          narrow: 'end',
          cell: ({ enabled }) => <OnBadge enabled={enabled} plain />,
        },
        {
          key: 'instructions',
          header: 'What the customer is told',
          grow: true,
          cell: ({ instructions }) =>
            instructions === '' ? (
              <span className="text-ink-soft">Nothing yet</span>
            ) : (
              <span title={instructions}>{instructions}</span>
            ),
        },
      ]}
    />
  );
}

/** A method that was given a name of its own says what it is as well. */
function MethodName({ method, name }: AccountList['offline'][number]) {
  const { icon, word } = statusWord('method', method);
  return (
    <span className="flex gap-2">
      <Icon name={icon} className="mt-[3px] text-ink-soft" />
      <span>
        {name}
        {name === word ? null : <span className="font-normal text-ink-soft">, {word}</span>}
      </span>
    </span>
  );
}
