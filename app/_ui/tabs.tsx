import clsx from 'clsx';
import Link from 'next/link';

export type Tab = Readonly<{
  href: string;
  label: string;
  count?: number | undefined;
  active?: boolean | undefined;
}>;

type Props = Readonly<{
  /** What the tabs choose between, for screen readers: "Orders by status". */
  label: string;
  tabs: readonly Tab[];
  /** On the page itself rather than in a card: the words line up with the page's title. */
  onPage?: boolean | undefined;
}>;

/**
 * Links, not buttons: each has its own address. They scroll sideways when there is no room, with
 * the chosen one in view at first where the browser can do that.
 */
export function Tabs({ label, tabs, onPage }: Props) {
  return (
    <nav
      aria-label={label}
      className={clsx(
        'tab-strip border-line border-b print:hidden',
        onPage ? 'is-on-page -mx-2.5' : 'px-1.5',
      )}
    >
      <ul className="flex">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              prefetch={false}
              aria-current={tab.active ? 'page' : undefined}
              className={clsx(
                'relative flex min-h-10 items-center gap-1.5 whitespace-nowrap rounded-md px-2.5 -outline-offset-2!',
                tab.active
                  ? '[scroll-initial-target:nearest] font-medium text-ink after:absolute after:inset-x-2.5 after:-bottom-px after:h-0.5 after:bg-accent'
                  : 'text-ink-soft hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="font-normal text-ink-soft text-sm tabular-nums">
                  {tab.count.toLocaleString('en')}
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
