import { EmptyState } from '#app/_ui/empty-state';
import { Moment } from '#app/_ui/moment';
import { StatusBadge } from '#app/_ui/status-badge';
import { type Column, Table } from '#app/_ui/table';
import { TextLink } from '#app/_ui/text-link';
import type { ExplainedMovement } from '#server/catalog/running-stock';

type Props = Readonly<{
  movements: readonly ExplainedMovement[];
  /** Otherwise only the sales are told. */
  isCounted: boolean;
  nowMs: number;
  timeZone: string;
}>;

export function MovementsTable({ movements, isCounted, nowMs, timeZone }: Props) {
  return (
    <Table
      caption={isCounted ? 'Movements of the stock, newest first' : 'Sales, newest first'}
      columns={[whatColumn, ...(isCounted ? stockColumns : [soldColumn]), ...whoColumns()]}
      rows={movements.map((movement, index) => ({ ...movement, key: `${movement.at} ${index}` }))}
      rowKey={({ key }) => key}
      empty={
        <EmptyState title={isCounted ? 'The stock has never moved' : 'Nothing sold yet'}>
          {isCounted
            ? 'Every sale, every roll back and every change by hand will stand here.'
            : 'Every sale and every roll back will stand here.'}
        </EmptyState>
      }
    />
  );

  function whoColumns(): readonly Column<ExplainedMovement>[] {
    return [
      {
        key: 'who',
        header: 'By',
        narrow: 'start',
        cell: ({ actor }) => <bdi className="text-ink-soft">{actor.name}</bdi>,
      },
      {
        key: 'when',
        header: 'When',
        align: 'end',
        narrow: 'end',
        cell: ({ at }) => <Moment at={Date.parse(at)} {...{ nowMs, timeZone }} show="short" />,
      },
    ];
  }
}

const whatColumn: Column<ExplainedMovement> = {
  key: 'what',
  header: 'What happened',
  grow: true,
  cell: ({ reason, note, orderNumber }) => (
    <span className="inline-flex max-w-full items-center gap-x-2 align-bottom max-sm:flex-wrap">
      <StatusBadge kind="movement" value={reason} plain />
      {orderNumber === null ? null : (
        <TextLink href={`/orders/${encodeURIComponent(orderNumber)}`}>{orderNumber}</TextLink>
      )}
      {note === null ? null : (
        <bdi className="truncate text-ink-soft" title={note}>
          {note}
        </bdi>
      )}
    </span>
  ),
};

const stockColumns: readonly Column<ExplainedMovement>[] = [
  {
    key: 'change',
    header: 'Change',
    align: 'end',
    narrow: 'hide',
    cell: ({ stockDelta }) => <Delta units={stockDelta} />,
  },
  {
    key: 'after',
    header: 'Stock after',
    align: 'end',
    narrow: 'end',
    cell: ({ stockDelta, stockAfter }) => (
      <>
        <span className="@min-[40rem]/table:hidden">
          {signed(stockDelta, '+')} <span className="text-ink-soft">makes</span>{' '}
        </span>
        <span className="font-medium">{signed(stockAfter, '')}</span>
      </>
    ),
  },
];

const soldColumn: Column<ExplainedMovement> = {
  key: 'sold',
  header: 'Sold',
  align: 'end',
  narrow: 'end',
  cell: ({ soldDelta }) => (soldDelta === 0 ? null : <Delta units={soldDelta} />),
};

function Delta({ units }: Readonly<{ units: number }>) {
  if (units === 0) return <span className="text-ink-soft">0</span>;
  return <>{signed(units, '+')}</>;
}

/** With a true minus sign, which lines up with the plus. */
function signed(units: number, plus: '+' | ''): string {
  const count = Math.abs(units).toLocaleString('en');
  return units < 0 ? `−${count}` : `${plus}${count}`;
}
