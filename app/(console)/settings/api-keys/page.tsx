import type { Metadata } from 'next';
import { ButtonLink } from '#app/_ui/button-link';
import { Card } from '#app/_ui/card';
import { EmptyState } from '#app/_ui/empty-state';
import { Moment } from '#app/_ui/moment';
import { PageGrid } from '#app/_ui/page-grid';
import { Table } from '#app/_ui/table';
import { type Scope, scopes } from '#domain/vocabulary';
import { api, sessionContext } from '#server/api/caller';
import { defaultShop } from '#server/settings/shop-settings';
import type { ApiKeyRow } from '#server/staff/find-api-keys';
import { settingsOnly } from '../settings-only';
import { NewKeyForm } from './new-key-form';
import { RevokeKeyForm } from './revoke-key-form';
import { scopeWords } from './scope-words';

export const metadata: Metadata = { title: 'API keys' };

type Props = Readonly<{ searchParams: Promise<Readonly<{ revoke?: string | string[] }>> }>;

export default async function ApiKeysPage({ searchParams }: Props) {
  await settingsOnly();
  const [{ settings }, { caller, shop, now }] = await Promise.all([api(), sessionContext()]);
  const [keys, { revoke }] = await Promise.all([settings.apiKeys(), searchParams]);
  const leaving = keys.find(({ id }) => id === revoke);
  const grantable = scopes.filter((scope) => caller?.scopes.has(scope));
  return (
    <PageGrid
      aside={
        <NewKeyForm choices={grantable.map((scope) => ({ scope, words: scopeWords[scope] }))} />
      }
    >
      {leaving ? <RevokeKeyForm id={leaving.id} name={leaving.name} /> : null}
      <Card title="Keys" flush>
        <KeyTable keys={keys} nowMs={now()} timeZone={(shop ?? defaultShop).timeZone} />
      </Card>
    </PageGrid>
  );
}

type KeyTableProps = Readonly<{ keys: readonly ApiKeyRow[]; nowMs: number; timeZone: string }>;

function KeyTable({ keys, nowMs, timeZone }: KeyTableProps) {
  return (
    <Table
      caption="API keys that work, newest first"
      rows={keys}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          header: 'Name',
          cell: ({ name }) => <span className="font-medium">{name}</span>,
        },
        {
          key: 'prefix',
          header: 'Begins with',
          cell: ({ prefix }) => <code className="font-mono text-sm">{prefix}…</code>,
        },
        { key: 'scopes', header: 'May', cell: (row) => mayWords(row.scopes) },
        {
          key: 'created',
          header: 'Made',
          cell: ({ createdAt }) => <Moment at={createdAt} {...{ nowMs, timeZone }} show="date" />,
        },
        {
          key: 'revoke',
          header: 'Action',
          align: 'end',
          narrow: 'end',
          cell: ({ id, name }) => (
            <ButtonLink href={`/settings/api-keys?revoke=${id}`} size="small" kind="quiet">
              Revoke<span className="sr-only"> {name}</span>
            </ButtonLink>
          ),
        },
      ]}
      empty={
        <EmptyState title="No keys yet">
          A web shop or another program signs in with a key to place orders and read them.
        </EmptyState>
      }
    />
  );
}

function mayWords(chosen: readonly Scope[]): string {
  return chosen.length === scopes.length ? 'everything' : chosen.join(', ');
}
