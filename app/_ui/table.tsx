import clsx from 'clsx';
import Link from 'next/link';
import type { ReactNode } from 'react';

export type Column<Row> = Readonly<{
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** `end` for numbers and money, which line up by their last digit. */
  align?: 'start' | 'end' | undefined;
  /**
   * Where it goes when rows become cards: the left or the right half (each fills from the top),
   * a line of its own with its header as label (the default after the first) or without one, or
   * nowhere.
   */
  narrow?: 'start' | 'end' | 'line' | 'bare' | 'hide' | undefined;
  /** Takes the room that the others leave, and cuts off what does not fit. One column at most. */
  grow?: boolean | undefined;
  /** In a table only where it has 56rem or more; cards follow `narrow`. */
  wideOnly?: boolean | undefined;
}>;

type Props<Row> = Readonly<{
  /** Says what the table lists; for screen readers. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The page of one row. The link is the first column's text, and covers the whole row. */
  rowHref?: ((row: Row) => string) | undefined;
  /** For rows that no longer count: voided, burned, cancelled. */
  isFaded?: ((row: Row) => boolean) | undefined;
  /** Shown instead of a table without rows; usually an EmptyState. */
  empty?: ReactNode;
}>;

/** What stands in a cell above a row's link, such as a button, needs the class `relative z-1`. */
export function Table<Row>(props: Props<Row>) {
  const { caption, columns, rows, rowKey, empty } = props;
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <div className="table-room">
      <table {...roles.table} className="data-table">
        <caption className="sr-only">{caption}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <th key={column.key} {...roles.columnheader} scope="col" {...marksOf(column)}>
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {rows.map((row) => (
            <BodyRow key={rowKey(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function BodyRow<Row>({ row, columns, rowHref, isFaded }: Props<Row> & Readonly<{ row: Row }>) {
  const href = rowHref?.(row);
  return (
    <tr {...roles.row} className={clsx(href && 'is-link', isFaded?.(row) && 'is-faded')}>
      {columns.map((column, index) => {
        const narrow = column.narrow ?? (index === 0 ? 'start' : 'line');
        return (
          <td
            key={column.key}
            {...roles.cell}
            {...marksOf(column)}
            data-narrow={narrow}
            data-label={narrow === 'line' ? column.header : undefined}
          >
            {index === 0 && href ? (
              <RowLink href={href}>{column.cell(row)}</RowLink>
            ) : (
              column.cell(row)
            )}
          </td>
        );
      })}
    </tr>
  );
}

function RowLink({ href, children }: Readonly<{ href: string; children: ReactNode }>) {
  return (
    <Link href={href} prefetch={false} className="cover-link font-medium">
      {children}
    </Link>
  );
}

function marksOf<Row>({ align, grow, wideOnly }: Column<Row>) {
  return {
    'data-align': align,
    'data-grow': grow || undefined,
    'data-wide-only': wideOnly || undefined,
  };
}

// They repeat what the elements say: laid out as blocks in a narrow room, the elements lose it.
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;
