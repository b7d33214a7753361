import Link from 'next/link';
import type { ReactNode } from 'react';
import { ConsoleNav, type ConsolePlace, type WaitingCounts } from './console-nav';
import { Icon } from './icon';
import { Logo } from './logo';
import { SearchShortcut } from './search-shortcut';

type Props = Readonly<{
  shopName: string;
  /** Left out, the address tells; so the shell can stand in a layout. */
  active?: ConsolePlace | undefined;
  counts: WaitingCounts;
  person: Readonly<{ name: string; email: string }>;
  /** A form with one button; it appears under the person's name. */
  signOut: ReactNode;
  /** What was searched for, so that the field still says it. */
  query?: string | undefined;
  children: ReactNode;
}>;

/** Wide: a bar at the side. Narrow: a bar on top whose menu is a details element. */
export function ConsoleShell({
  shopName,
  active,
  counts,
  person,
  signOut,
  query,
  children,
}: Props) {
  return (
    <div className="lg:grid lg:min-h-dvh lg:grid-cols-[15rem_minmax(0,1fr)] print:block">
      <SkipLink />
      <header className="relative border-line border-b print:hidden lg:border-e lg:border-b-0">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5 lg:sticky lg:top-0 lg:h-dvh lg:flex-col lg:flex-nowrap lg:items-stretch lg:gap-4 lg:overflow-y-auto lg:px-3 lg:py-4">
          <Link
            href="/orders"
            prefetch={false}
            className="flex min-h-8 min-w-0 flex-1 items-center gap-2.5 rounded-md font-semibold lg:flex-none lg:px-2"
          >
            <Logo size={22} />
            <span className="truncate">{shopName}</span>
          </Link>
          <NarrowMenu {...{ active, counts, person, signOut }} />
          <Search query={query} />
          <ConsoleNav active={active} counts={counts} className="max-lg:hidden" />
          <Person person={person} signOut={signOut} className="mt-auto max-lg:hidden" />
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-6xl px-4 pt-5 pb-16 outline-none sm:px-6 lg:px-8 lg:pt-7"
      >
        {children}
      </main>
    </div>
  );
}

function SkipLink() {
  return (
    <a
      href="#content"
      className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-20 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2 focus:shadow-menu"
    >
      Skip to the content
    </a>
  );
}

function Search({ query }: Readonly<{ query: string | undefined }>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the search element is unknown to older screen readers
    <form
      role="search"
      aria-label="Whole shop"
      action="/orders"
      className="relative w-full max-lg:order-last"
    >
      <Icon
        name="search"
        size={15}
        className="pointer-events-none absolute start-2.5 top-1/2 -translate-y-1/2 text-ink-soft"
      />
      <input
        id="whole-shop-search"
        type="search"
        name="q"
        defaultValue={query}
        aria-label="Find orders"
        placeholder="Find orders…"
        enterKeyHint="search"
        autoComplete="off"
        aria-keyshortcuts="Control+K Meta+K"
        title="Ctrl+K or ⌘K"
        className="control ps-8"
      />
      <SearchShortcut inputId="whole-shop-search" />
    </form>
  );
}

function NarrowMenu(props: Pick<Props, 'active' | 'counts' | 'person' | 'signOut'>) {
  const waiting = props.counts.inbox + props.counts.messages;
  return (
    <details className="group lg:hidden">
      <summary className="flex min-h-9 items-center gap-2 rounded-md border border-edge/60 bg-surface px-3 font-medium">
        <Icon name="menu" className="group-open:hidden" />
        <Icon name="x" className="hidden group-open:block" />
        Menu
        {waiting > 0 ? (
          <span className="rounded-full bg-warn-soft px-1.5 text-sm text-warn tabular-nums">
            {waiting}
            <span className="sr-only"> need a person</span>
          </span>
        ) : null}
      </summary>
      <div className="absolute inset-x-0 top-13 z-10 grid gap-3 border-line border-y bg-surface p-3 shadow-menu">
        <ConsoleNav active={props.active} counts={props.counts} />
        <Person
          person={props.person}
          signOut={props.signOut}
          className="border-line border-t pt-3"
        />
      </div>
    </details>
  );
}

function Person({
  person,
  signOut,
  className,
}: Pick<Props, 'person' | 'signOut'> & Readonly<{ className: string }>) {
  return (
    <div className={`flex items-center justify-between gap-2 px-2 ${className}`}>
      <div className="min-w-0 leading-tight">
        <p className="truncate font-medium text-sm">{person.name}</p>
        {person.email === person.name ? null : (
          <p className="truncate text-ink-soft text-xs">{person.email}</p>
        )}
      </div>
      {signOut}
    </div>
  );
}
