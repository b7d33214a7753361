import clsx from 'clsx';
import type { ReactNode } from 'react';

export type Detail = Readonly<{
  term: ReactNode;
  /** Left out of the list when it is null, undefined or empty. */
  detail: ReactNode;
  /** The line that matters: a grand total. */
  strong?: boolean | undefined;
}>;

type Props = Readonly<{
  items: readonly Detail[];
  /** `sums` sets the details at the end of the line, for money. */
  layout?: 'beside' | 'above' | 'sums' | undefined;
}>;

export function DetailsList({ items, layout = 'beside' }: Props) {
  const shown = items.filter(
    ({ detail }) => detail !== null && detail !== undefined && detail !== '',
  );
  return (
    <dl className={clsx('grid', lists[layout])}>
      {shown.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is rendered once and never reordered
        <div key={index} className={rows[layout]}>
          <dt className={item.strong ? 'font-semibold' : 'text-ink-soft'}>{item.term}</dt>
          <dd
            className={clsx(
              'min-w-0',
              layout === 'sums' && 'text-end tabular-nums',
              item.strong && 'font-semibold',
            )}
          >
            {item.detail}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const lists = {
  beside: 'grid-cols-[fit-content(8.5rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5',
  above: 'gap-3',
  sums: 'gap-1.5',
} as const;

const rows = {
  beside: 'col-span-2 grid grid-cols-subgrid',
  above: '',
  sums: 'flex items-baseline justify-between gap-x-4',
} as const;
