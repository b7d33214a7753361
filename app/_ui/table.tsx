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
   * Where it goes when the row becomes a card on a narrow screen: the left or right half of the
   * next line, a line of its own with its header as label (the default), or nowhere.
   */
  narrow?: 'start' | 'end' | 'line' | 'hide' | undefined;
  /** A class for the column's width, such as `w-40`. */
  width?: string | undefined;
  /** Hidden below 1024 px, where the table still is a table. */
  wideOnly?: boolean | undefined;
}>;

type Props<Row> = Readonly<{
  /** Says what the table lists; read by screen readers, not shown. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** The page of one row. The link is the first column's text, and covers the whole row. */
  rowHref?: ((row: Row) => string) | undefined;
  /** For rows that no longer count: voided, burned, cancelled. */
  isFaded?: ((row: Row) => boolean) | undefined;
  /** Shown instead of rows; usually an EmptyState. */
  empty?: ReactNode;
}>;

export function Table<Row>(props: Props<Row>) {
  const { caption, columns, rows, empty } = props;
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    <div className="stacking-table">
      <table {...roles.table} className="w-full border-separate border-spacing-0 text-base">
        <caption className="sr-only">{caption}</caption>
        <thead {...roles.rowgroup}>
          <tr {...roles.row}>
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody {...roles.rowgroup}>
          {rows.map((row) => (
            <BodyRow key={props.rowKey(row)} row={row} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function HeadCell<Row>({ column }: Readonly<{ column: Column<Row> }>) {
  return (
    <th
      {...roles.columnheader}
      scope="col"
      className={clsx(
        'sticky top-0 z-2 h-8 border-line border-b bg-surface px-3 font-normal text-ink-soft text-sm first:ps-4 last:pe-4',
        column.align === 'end' ? 'text-end' : 'text-start',
        column.wideOnly && 'max-lg:hidden',
        column.width,
      )}
    >
      {column.header}
    </th>
  );
}

function BodyRow<Row>({ row, columns, rowHref, isFaded }: Props<Row> & Readonly<{ row: Row }>) {
  return (
    <tr
      {...roles.row}
      className={clsx(
        'group relative [&:not(:last-child)>td]:border-line [&:not(:last-child)>td]:border-b',
        'max-md:[&:not(:last-child)]:border-line max-md:[&:not(:last-child)]:border-b max-md:[&>td]:border-0!',
        rowHref && 'hover:bg-wash',
        isFaded?.(row) && 'text-ink-soft',
      )}
    >
      {columns.map((column, index) => (
        <td
          key={column.key}
          {...roles.cell}
          data-narrow={column.narrow ?? (index === 0 ? 'start' : 'line')}
          data-label={index > 0 && (column.narrow ?? 'line') === 'line' ? column.header : undefined}
          className={clsx(
            'md:h-10 md:px-3 md:py-1.5 md:first:ps-4 md:last:pe-4',
            column.align === 'end' && 'tabular-nums md:text-end',
            column.wideOnly && 'md:max-lg:hidden',
          )}
        >
          {index === 0 && rowHref ? (
            <Link
              href={rowHref(row)}
              prefetch={false}
              className="cover-link font-medium text-ink group-hover:text-accent"
            >
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}

// They repeat what the elements say: laid out as blocks on a narrow screen, the elements lose it.
const roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  cell: { role: 'cell' },
} as const;
