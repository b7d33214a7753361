import clsx from 'clsx';
import type { PageItem } from '#server/tracking/view-shipments';

type Props = Readonly<{ items: readonly PageItem[]; className?: string }>;

/** Things and how many of each. */
export function ItemList({ items, className }: Props) {
  return (
    <ul className={clsx('grid grid-cols-1 gap-0.5', className)}>
      {items.map(({ name, quantity }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an order may hold the same product twice
        <li key={index} className="flex gap-2">
          <span className="shrink-0 text-ink-soft tabular-nums">{quantity} ×</span>
          <span className="wrap-anywhere min-w-0">
            <bdi>{name}</bdi>
          </span>
        </li>
      ))}
    </ul>
  );
}
